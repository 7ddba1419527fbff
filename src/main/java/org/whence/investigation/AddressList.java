package org.whence.investigation;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whence.ip.AddressLiteral;
import org.whence.ip.Addresses;
import org.whence.ip.Cidr;

/// Collects the addresses of a text, line by line, and what was not understood.
final class AddressList {
  /// How many addresses are taken from blocks in all. A block that would lead beyond is refused
  /// whole, with its count.
  static final int MAX_BLOCK_ADDRESSES = 4096;

  /// How many problems are told one by one.
  static final int MAX_PROBLEMS = 100;

  /// How many lines without an address are told by their numbers: of a log, most may be such.
  static final int MAX_NUMBERS = 10;

  private final Map<InetAddress, AddressEntry> entries = new LinkedHashMap<>();
  private final Set<Cidr> blocks = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private int moreProblems;
  private int fromBlocks;
  private int comments;
  private int linesWithout;
  private Optional<Place> firstWithout = Optional.empty();
  private final StringBuilder numbersWithout = new StringBuilder();

  /// The problem that comes closest to an address, for an input without one.
  private Optional<Problem> nearest = Optional.empty();

  private final List<Problem> ofLine = new ArrayList<>();
  private int moreOfLine;
  private int tokens;
  private int words;
  private int taken;

  void comment() {
    comments++;
  }

  void beginLine() {
    ofLine.clear();
    moreOfLine = 0;
    tokens = 0;
    words = 0;
    taken = 0;
  }

  /// Whether the line so far has addresses, or what was meant as such, and nothing else.
  boolean isList() {
    return tokens > 0 && words == 0;
  }

  void add(Piece piece, String token, Cleaned line, int at) {
    switch (piece) {
      case Piece.Address(var literal) -> {
        tokens++;
        taken++;
        var place = line.place(at + Math.max(0, token.indexOf(literal.text())));
        add(new AddressEntry(literal, Optional.empty(), place, 1));
      }
      case Piece.Block(var block) -> {
        tokens++;
        taken++;
        add(block, line.place(at), token);
      }
      case Piece.Flawed flawed -> {
        tokens++;
        flawed(flawed.at(line.place(at)));
      }
      case Piece.Word _ -> {
        tokens++;
        words++;
      }
      case Piece.Mark _ -> {}
    }
  }

  void endLine(Place place) {
    if (isList()) {
      ofLine.forEach(this::problem);
      moreProblems += moreOfLine;
    } else if (words > 0 && taken == 0) {
      without(place);
    }
  }

  private void without(Place place) {
    linesWithout++;
    firstWithout = firstWithout.or(() -> Optional.of(place));
    if (linesWithout <= MAX_NUMBERS) {
      numbersWithout.append(linesWithout == 1 ? "" : ", ").append(place.line());
    } else if (linesWithout == MAX_NUMBERS + 1) {
      numbersWithout.append(", \u2026");
    }
  }

  private void add(AddressEntry entry) {
    entries.merge(entry.literal().address(), entry, (known, _) -> known.again());
  }

  private void add(Cidr block, Place place, String token) {
    if (!blocks.add(block)) {
      return;
    }
    var size = block.size();
    if (size.compareTo(BigInteger.valueOf(MAX_BLOCK_ADDRESSES - fromBlocks)) > 0) {
      problem(Problem.of(Problem.Kind.BLOCK_TOO_LARGE, place, token, size));
      return;
    }
    fromBlocks += size.intValueExact();
    block
        .addresses()
        .map(address ->
            new AddressLiteral(address, Addresses.text(address), Optional.empty(), false))
        .forEach(literal -> add(new AddressEntry(literal, Optional.of(block), place, 1)));
  }

  private void flawed(Problem problem) {
    var isNearer =
        nearest.isEmpty()
            || (nearest.get().kind() == Problem.Kind.HOST_NAME
                && problem.kind() != Problem.Kind.HOST_NAME);
    if (isNearer) {
      nearest = Optional.of(problem);
    }
    if (ofLine.size() < MAX_PROBLEMS) {
      ofLine.add(problem);
    } else {
      moreOfLine++;
    }
  }

  private void problem(Problem problem) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(problem);
    } else {
      moreProblems++;
    }
  }

  Recognised recognised() {
    if (!entries.isEmpty()) {
      return new Recognised.Addresses(List.copyOf(entries.values()));
    }
    if (problems.stream().anyMatch(AddressList::isTooLarge)) {
      var problem = problems.stream().filter(AddressList::isTooLarge).findFirst();
      return new Recognised.Nothing(Recognised.Why.BLOCK_TOO_LARGE, problem);
    }
    if (nearest.isPresent()) {
      var isName = nearest.get().kind() == Problem.Kind.HOST_NAME;
      return new Recognised.Nothing(
          isName ? Recognised.Why.HOST_NAME : Recognised.Why.NOT_AN_ADDRESS, nearest);
    }
    var onlyComments = comments > 0 && linesWithout == 0;
    return new Recognised.Nothing(
        onlyComments ? Recognised.Why.ONLY_COMMENTS : Recognised.Why.NO_ADDRESS, Optional.empty());
  }

  private static boolean isTooLarge(Problem problem) {
    return problem.kind() == Problem.Kind.BLOCK_TOO_LARGE;
  }

  List<Problem> problems() {
    var all = new ArrayList<>(problems);
    if (moreProblems > 0) {
      all.add(Problem.of(Problem.Kind.MORE_PROBLEMS, new Place(1, 1), "", moreProblems));
    }
    if (!entries.isEmpty()) {
      linesWithout().ifPresent(all::add);
    }
    return all;
  }

  Optional<Problem> linesWithout() {
    return firstWithout.map(place ->
        Problem.of(
            Problem.Kind.LINES_WITHOUT_ADDRESS, place, numbersWithout.toString(), linesWithout));
  }

  /// Takes out the addresses that were found so far.
  List<AddressEntry> takeEntries() {
    var taken = List.copyOf(entries.values());
    entries.clear();
    return taken;
  }

  /// Takes out the problems of the lines so far.
  List<Problem> takeProblems() {
    if (problems.isEmpty() && moreProblems == 0) {
      return List.of();
    }
    var taken = new ArrayList<>(problems);
    if (moreProblems > 0) {
      taken.add(Problem.of(Problem.Kind.MORE_PROBLEMS, new Place(1, 1), "", moreProblems));
    }
    problems.clear();
    moreProblems = 0;
    return taken;
  }
}
