package org.whence.receiver;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads profiles. Lines of the head are `name: value`, rules are
///
/// ```
/// at STAGE [if FACT is ANSWER[, ANSWER]… [and FACT is …]] then reply 550 5.7.25 TEXT
/// at STAGE [if …] then symbol NAME SCORE
/// at STAGE [if …] then note TEXT
/// ```
///
/// What begins with `#` is a comment. In a text `{ip} {name} {helo} {from} {domain} {author}` stand
/// for what is known of the client.
final class ProfileParser {
  /// The largest profile that is read, in characters.
  static final int MAX_SIZE = 64 * 1024;

  /// How many rules a profile may have.
  static final int MAX_RULES = 200;

  private static final Set<String> HEAD = Set.of("name", "title", "source", "iprev");

  private final String file;
  private final Map<String, String> head = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private IprevReading iprev = IprevReading.STANDARD;
  private int line;

  private ProfileParser(String file) {
    this.file = file;
  }

  /// Reads a profile.
  ///
  /// @param file what it is called in messages
  static Profile parse(String file, String text) throws ProfileProblem {
    var parser = new ProfileParser(file);
    if (text.length() > MAX_SIZE) {
      throw parser.problem("is longer than " + MAX_SIZE + " characters");
    }
    return parser.parse(text);
  }

  private Profile parse(String text) throws ProfileProblem {
    for (var raw : text.lines().toList()) {
      line++;
      var content = raw.strip();
      if (content.startsWith("at ")) {
        rule(content);
      } else if (!content.isEmpty() && !content.startsWith("#")) {
        head(content);
      }
    }
    line = 0;
    if (rules.isEmpty()) {
      throw problem("has no rule; write one as 'at connect if iprev is fail then reply 550 …'");
    }
    return new Profile(
        required("name"), required("title"), head.getOrDefault("source", file), iprev, rules);
  }

  private String required(String name) throws ProfileProblem {
    var value = head.get(name);
    if (value == null) {
      throw problem("has no '" + name + ":' line; add one");
    }
    return value;
  }

  private void head(String content) throws ProfileProblem {
    var colon = content.indexOf(':');
    var name = colon < 0 ? content : content.substring(0, colon).strip();
    if (colon < 0 || !HEAD.contains(name)) {
      throw problem(
          "'"
              + name
              + "' is neither a rule, which begins with 'at', nor one of "
              + String.join(", ", new TreeSet<>(HEAD)));
    }
    var value = content.substring(colon + 1).strip();
    head.put(name, value);
    if (name.equals("iprev")) {
      iprev = reading(value);
    }
  }

  private IprevReading reading(String value) throws ProfileProblem {
    try {
      return IprevReadings.parse(value);
    } catch (IllegalArgumentException e) {
      throw problem(String.valueOf(e.getMessage()));
    }
  }

  private void rule(String content) throws ProfileProblem {
    var then = content.indexOf(" then ");
    if (then < 0) {
      throw problem("a rule needs 'then' and what is done, such as 'then reply 550 5.7.1 …'");
    }
    var words = List.of(content.substring("at ".length(), then).strip().split("\\s+", -1));
    var stage = Stage.byWord(words.getFirst());
    if (stage.isEmpty()) {
      throw problem("'" + words.getFirst() + "' is no stage; choose one of " + stages());
    }
    if (rules.size() == MAX_RULES) {
      throw problem("more than " + MAX_RULES + " rules");
    }
    rules.add(
        new Rule(
            stage.get(),
            conditions(words.subList(1, words.size())),
            action(content.substring(then + " then ".length()).strip()),
            content));
  }

  private static String stages() {
    return String.join(", ", Arrays.stream(Stage.values()).map(Stage::word).toList());
  }

  private List<Condition> conditions(List<String> words) throws ProfileProblem {
    var conditions = new ArrayList<Condition>();
    var at = 0;
    while (at < words.size()) {
      var expected = at == 0 ? "if" : "and";
      if (!words.get(at).equals(expected) || words.size() < at + 4) {
        throw problem("write conditions as 'if FACT is ANSWER and FACT is ANSWER'");
      }
      var fact = Fact.byWord(words.get(at + 1));
      if (fact.isEmpty() || !words.get(at + 2).equals("is")) {
        throw problem(
            "'" + words.get(at + 1) + "' is nothing that can be asked; choose one of " + facts());
      }
      at += 3;
      var answers = new TreeSet<String>();
      while (at < words.size() && !words.get(at).equals("and")) {
        for (var answer : words.get(at++).split(",", -1)) {
          answers.add(answer);
        }
      }
      answers.remove("");
      conditions.add(condition(fact.get(), answers));
    }
    return conditions;
  }

  private Condition condition(Fact fact, Set<String> answers) throws ProfileProblem {
    if (answers.isEmpty()) {
      throw problem("'" + fact.word() + " is' needs an answer behind it");
    }
    for (var answer : answers) {
      if (!fact.answers().contains(answer)) {
        throw problem(
            "'"
                + answer
                + "' is no answer to "
                + fact.word()
                + "; choose from "
                + String.join(", ", fact.answers()));
      }
    }
    return new Condition(fact, answers);
  }

  private static String facts() {
    return String.join(", ", Arrays.stream(Fact.values()).map(Fact::word).toList());
  }

  private Action action(String text) throws ProfileProblem {
    var blank = text.indexOf(' ');
    var rest = blank < 0 ? "" : text.substring(blank + 1).strip();
    return switch (blank < 0 ? text : text.substring(0, blank)) {
      case "reply" -> reply(rest);
      case "symbol" -> symbol(rest);
      case "note" -> new Action.Note(rest);
      default -> throw problem("'" + text + "' does nothing; write reply, symbol or note");
    };
  }

  private Action reply(String rest) throws ProfileProblem {
    if (!rest.matches("[45][0-9]{2}( .*)?")) {
      throw problem("'" + rest + "' is no reply that refuses; begin it with 4xx or 5xx");
    }
    return new Action.Reply(rest);
  }

  private Action symbol(String rest) throws ProfileProblem {
    var parts = rest.split("\\s+", -1);
    try {
      if (parts.length == 2 && !parts[0].isEmpty()) {
        return new Action.Symbol(parts[0], new BigDecimal(parts[1]));
      }
    } catch (NumberFormatException noNumber) {
      // told below
    }
    throw problem("'" + rest + "' is no symbol with its score, such as 'RDNS_NONE 2.0'");
  }

  private ProfileProblem problem(String why) {
    return new ProfileProblem(file, line, why);
  }
}
