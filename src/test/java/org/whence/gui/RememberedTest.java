package org.whence.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whence.gui.model.Pace;
import org.whence.gui.model.Security;

/// What is kept from one start to the next, in a store that throws at what it cannot hold.
final class RememberedTest {
  private final Preferences store = new Memory();

  /// A store without children.
  private static final class Memory extends AbstractPreferences {
    private final Map<String, String> values = new HashMap<>();

    Memory() {
      super(null, "");
    }

    @Override
    protected void putSpi(String key, String value) {
      values.put(key, value);
    }

    @Override
    protected @Nullable String getSpi(String key) {
      return values.get(key);
    }

    @Override
    protected void removeSpi(String key) {
      values.remove(key);
    }

    @Override
    protected void removeNodeSpi() {
      values.clear();
    }

    @Override
    protected String[] keysSpi() {
      return values.keySet().toArray(String[]::new);
    }

    @Override
    protected String[] childrenNamesSpi() {
      return new String[0];
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
      return new Memory();
    }

    @Override
    protected void syncSpi() {
      // Nobody else writes here.
    }

    @Override
    protected void flushSpi() {
      // Nothing is kept elsewhere.
    }
  }

  @Test
  void howServersAreAskedAndBelievedIsRemembered() {
    assertThat(new Remembered(store).pace()).isEqualTo(Pace.USUAL);
    assertThat(new Remembered(store).security()).isEqualTo(Security.USUAL);
    var pace = new Pace(Duration.ofMillis(1500), 3, 20, 50);
    var security =
        new Security(true, Optional.of(Path.of("/k/root.ds")), Optional.of(Path.of("/k/ca.pem")));
    new Remembered(store).pace(pace);
    new Remembered(store).security(security);
    assertThat(new Remembered(store).pace()).isEqualTo(pace);
    assertThat(new Remembered(store).security()).isEqualTo(security);

    store.putInt("tries", 0);
    assertThat(new Remembered(store).pace().tries()).isEqualTo(2);
  }

  @Test
  void filesWithRulesAreRemembered() {
    assertThat(new Remembered(store).receivers()).isEmpty();
    new Remembered(store).receivers(List.of("/a b/mine", "C:\\rules\\gate"));
    assertThat(new Remembered(store).receivers()).containsExactly("/a b/mine", "C:\\rules\\gate");
  }

  @Test
  void whatTheStoreCannotHoldIsLeftOut() {
    new Remembered(store).receivers(List.of("/a\nb", "/c\0d", "/" + "x".repeat(9000), "/kept"));
    assertThat(new Remembered(store).receivers()).containsExactly("/kept");
  }
}
