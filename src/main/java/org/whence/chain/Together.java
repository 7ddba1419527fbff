package org.whence.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// How pieces of work that do not wait for each other are done: one after the other, or on threads
/// of their own. The investigation decides; a check only says what may be done together.
@FunctionalInterface
public interface Together {
  /// One after the other, in order.
  Together IN_TURN =
      new Together() {
        @Override
        public <T> List<T> run(List<? extends Callable<T>> pieces) throws Exception {
          var results = new ArrayList<T>();
          for (var piece : pieces) {
            results.add(piece.call());
          }
          return results;
        }
      };

  /// Does all the pieces.
  ///
  /// @return their results in the order of the pieces
  /// @throws Exception the first that a piece threw, after the others were interrupted and ended;
  ///   [InterruptedException] if the calling thread was interrupted
  <T> List<T> run(List<? extends Callable<T>> pieces) throws Exception;
}
