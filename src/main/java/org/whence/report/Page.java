package org.whence.report;

import java.util.List;

/// What a report shows, as text or through the templates of HTML. All texts are words for people,
/// visible and defanged as wanted; the templates escape them for their place and decide nothing.
///
/// @param titles what it is called, and its parts
/// @param strips what came of it all
/// @param summary what was found in one sentence; empty where nothing is to be summed up
/// @param remarks what the analyst wrote
/// @param claims what the message claims beside what was found
/// @param facts what was given and what the run rests on
/// @param subjects what was judged, in the order of the tree
/// @param tree all evidence
/// @param mail what a mail consists of, and where it leads
/// @param exchanges every exchange with DNS, in the order of the tree
/// @param footer who wrote this
public record Page(
    Titles titles,
    List<Strip> strips,
    String summary,
    Remarks remarks,
    List<Claimed> claims,
    List<Fact> facts,
    List<Subject> subjects,
    Node tree,
    MimeWording.Mail mail,
    List<Sheet> exchanges,
    String footer) {

  public Page {
    strips = List.copyOf(strips);
    claims = List.copyOf(claims);
    facts = List.copyOf(facts);
    subjects = List.copyOf(subjects);
    exchanges = List.copyOf(exchanges);
  }

  /// What a page is called, and its parts.
  ///
  /// @param page what was investigated
  /// @param kind what is told of it: `evidence report`
  /// @param subjects what the table of subjects is called
  /// @param tree what the tree is called
  public record Titles(String page, String kind, String subjects, String tree) {}

  /// Whether the subjects are hops of a mail.
  public boolean hops() {
    return subjects.stream().anyMatch(subject -> !subject.hop().isEmpty());
  }

  /// What a field claims, and our own result of the same.
  ///
  /// @param id where our own result stands
  /// @param counts whether the field is believed
  /// @param agreement the class of the style sheet: `same`, `different` or `not-recomputed`
  public record Claimed(
      String id,
      String field,
      String believed,
      boolean counts,
      String claimed,
      String ours,
      String agreement,
      List<String> causes) {
    public Claimed {
      causes = List.copyOf(causes);
    }
  }

  /// A verdict as it is shown everywhere: mark, word and colour.
  ///
  /// @param kind the class of the style sheet: the verdict's word
  /// @param text the word, or the word with a count
  public record Badge(String kind, String mark, String text) {}

  /// The verdicts of one kind, side by side.
  public record Strip(String label, List<Badge> badges) {
    public Strip {
      badges = List.copyOf(badges);
    }
  }

  /// A line at the head of the report.
  public record Fact(String label, List<String> values) {
    public Fact {
      values = List.copyOf(values);
    }
  }

  /// A client, or a check of the message, and what became of it, with the place of its evidence.
  ///
  /// @param number its number, where it is a hop
  /// @param hop what its Received field says; none for an address that was given by itself
  public record Subject(
      String id, String label, String number, List<Hop> hop, List<Badge> badge, String reason) {
    public Subject {
      hop = List.copyOf(hop);
      badge = List.copyOf(badge);
    }
  }

  /// What a Received field says. What it does not say is empty.
  ///
  /// @param names what the client called itself, and what the server looked up
  /// @param time in UTC, with the offset that was written
  /// @param delay since the step before
  public record Hop(String client, List<String> names, String server, String time, String delay) {
    public Hop {
      names = List.copyOf(names);
    }
  }

  /// A step.
  ///
  /// @param id where links lead: a letter and the step's path, with dashes for its dots
  /// @param emphasis the class of the style sheet: `decisive`, `plain` or `idle`
  /// @param badge one, or none where the step judges nothing
  /// @param reason why, in a few words
  /// @param clause the rule
  /// @param why the rule in a sentence, and what would have to be different, where something is
  ///   amiss
  /// @param notes what was noticed beside the verdict
  /// @param open whether it is unfolded at first
  public record Node(
      String id,
      String label,
      String emphasis,
      List<Badge> badge,
      String reason,
      String clause,
      List<String> why,
      List<Note> notes,
      List<Asked> asked,
      List<Node> nodes,
      boolean open) {
    public Node {
      badge = List.copyOf(badge);
      why = List.copyOf(why);
      notes = List.copyOf(notes);
      asked = List.copyOf(asked);
      nodes = List.copyOf(nodes);
    }

    /// Whether there is nothing to unfold.
    public boolean leaf() {
      return why.isEmpty() && notes.isEmpty() && asked.size() < 2 && nodes.isEmpty();
    }
  }

  /// Something noticed, and its rule.
  public record Note(String text, String clause) {}

  /// What a question brought, in a few words.
  ///
  /// @param number which exchange of the appendix it is; 0 where there is no appendix
  /// @param dnssec what DNSSEC says of it; may be empty
  public record Asked(int number, String answer, String ttl, String took, String dnssec) {}

  /// One exchange of the appendix.
  public record Sheet(int number, String title, String answer, String from, String text) {}
}
