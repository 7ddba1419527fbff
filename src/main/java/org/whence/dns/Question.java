package org.whence.dns;

import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// What is asked of DNS: an absolute name and a record type, in class IN (RFC 1034, 3.7.1).
///
/// Two questions are equal where the names are the same but for case (RFC 4343); each keeps the
/// spelling that it was made with.
///
/// @param name the absolute name
/// @param type a number of [Type]
public record Question(Name name, int type) {
  /// @throws IllegalArgumentException if the name is relative
  public Question {
    if (!name.isAbsolute()) {
      throw new IllegalArgumentException("not an absolute name: " + name);
    }
  }

  /// The type as it is written in master files, such as `PTR`; `TYPE65280` for an unknown one.
  public String typeName() {
    return typeName(type);
  }

  /// Spelt out for the types that long lists are full of; finding a name costs more than the rest.
  static String typeName(int type) {
    return switch (type) {
      case Type.A -> "A";
      case Type.AAAA -> "AAAA";
      case Type.PTR -> "PTR";
      case Type.TXT -> "TXT";
      case Type.CNAME -> "CNAME";
      case Type.NS -> "NS";
      default -> Type.string(type);
    };
  }

  /// The name without the root dot.
  public String nameText() {
    return Names.text(name);
  }

  /// This question as the only record of a query's question section.
  Record toRecord() {
    return Record.newRecord(name, type, DClass.IN);
  }

  /// Whether the record of a question section asks this.
  boolean isAskedBy(Record record) {
    return record.getName().equals(name)
        && record.getType() == type
        && record.getDClass() == DClass.IN;
  }

  // A cache asks for these all the time, and what the language makes of a record is slow to start.

  @Override
  public boolean equals(Object other) {
    return other instanceof Question that && type == that.type && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + type;
  }

  @Override
  public String toString() {
    return nameText() + " " + typeName();
  }
}
