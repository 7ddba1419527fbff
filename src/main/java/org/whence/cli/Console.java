package org.whence.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.whence.report.Visible;

/// Where a command reads and writes, and what is at the other end.
///
/// @param in standard input
/// @param out standard output: the answer, in octets
/// @param err standard error
/// @param charset how text is written to `out`
/// @param outIsTerminal whether a person looks at `out`
/// @param errIsTerminal whether a person looks at `err`
/// @param display whether a window can be opened
/// @param environment the process's environment
public record Console(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Charset charset,
    boolean outIsTerminal,
    boolean errIsTerminal,
    boolean display,
    Map<String, String> environment) {

  /// Takes away what stands in the terminal's line, such as progress.
  static final String ERASE_LINE = "\r\u001b[K";

  public Console {
    environment = Map.copyOf(environment);
  }

  /// The process's own.
  public static Console ofProcess() {
    var charset = Charset.forName(System.getProperty("stdout.encoding", "US-ASCII"));
    return new Console(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        System.err,
        charset,
        isTerminal(1),
        isTerminal(2),
        hasDisplay(),
        System.getenv());
  }

  /// Java tells only whether input and output both are terminals; Linux tells of each.
  @SuppressWarnings("SystemConsoleNull") // it may be replaced by one that is null
  private static boolean isTerminal(int descriptor) {
    try {
      var target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException noProc) {
      var console = System.console();
      return console != null && console.isTerminal();
    }
  }

  private static boolean hasDisplay() {
    if ("Headless".equals(System.getProperty("glass.platform"))) {
      return true;
    }
    var other = System.getProperty("os.name", "").matches("(Windows|Mac).*");
    return other || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
  }

  private static boolean isSet(String variable) {
    return !System.getenv().getOrDefault(variable, "").isEmpty();
  }

  /// Whether lines of Unicode can be drawn on `out`.
  boolean unicode() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /// Asks the person at the terminal for the password of an archive, unseen.
  ///
  /// @param archive what it is called; hostile
  /// @return empty where there is no terminal, or nothing was typed
  @SuppressWarnings("SystemConsoleNull") // it may be replaced by one that is null
  Optional<String> password(String archive) {
    var terminal = errIsTerminal ? System.console() : null;
    if (terminal == null || !terminal.isTerminal()) {
      return Optional.empty();
    }
    var typed = terminal.readPassword("Password of %s: ", Visible.text(archive));
    return typed == null || typed.length == 0 ? Optional.empty() : Optional.of(new String(typed));
  }

  /// Asks the person at the terminal for a line.
  ///
  /// @param question a format, for a value that may be hostile
  /// @return empty where there is no terminal; an empty line where the person ended it
  @SuppressWarnings("SystemConsoleNull") // it may be replaced by one that is null
  Optional<String> answer(String question, String value) {
    var terminal = errIsTerminal ? System.console() : null;
    if (terminal == null || !terminal.isTerminal()) {
      return Optional.empty();
    }
    return Optional.of(
        Objects.requireNonNullElse(terminal.readLine(question, Visible.text(value)), ""));
  }

  /// Tells the person something, in one line: nothing from the input can start another one, or
  /// command the terminal.
  void tell(String message) {
    err.println((errIsTerminal ? ERASE_LINE : "") + "whence: " + Visible.text(message));
  }

  /// Prints a stack trace, for `--debug`. Its messages may hold what came in: line by line they are
  /// as safe as what is told.
  void trace(Exception e) {
    var text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    text.toString().lines().forEach(line -> err.println(Visible.text(line.replace("\t", "    "))));
  }
}
