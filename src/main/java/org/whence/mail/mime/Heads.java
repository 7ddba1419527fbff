package org.whence.mail.mime;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Event;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.RecycledByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/// Stands between Mime4j and the headers that it comes across: their lines are counted and not
/// parsed, and what an entity is, is told to it.
final class Heads implements FieldBuilder {
  /// Stands where Mime4j wants to be told what an entity is: it is told here.
  static final String IGNORED = "text/plain";

  private int length;
  private boolean cut;
  private Described described = Described.BODY;

  /// What Mime4j has to know of an entity.
  ///
  /// @param boundary empty but for a multipart
  private record Described(String mimeType, String boundary) implements BodyDescriptor {
    static final Described BODY = new Described("text/plain", "");
    static final Described MESSAGE = new Described("message/rfc822", "");

    @Override
    public String getMimeType() {
      return mimeType;
    }

    @Override
    public String getMediaType() {
      return mimeType.substring(0, mimeType.indexOf('/'));
    }

    @Override
    public String getSubType() {
      return mimeType.substring(mimeType.indexOf('/') + 1);
    }

    @Override
    public String getBoundary() {
      return boundary;
    }

    @Override
    public String getCharset() {
      return "us-ascii";
    }

    @Override
    public String getTransferEncoding() {
      return "binary";
    }

    @Override
    public long getContentLength() {
      return -1;
    }
  }

  /// A header begins.
  void begin() {
    length = 0;
    cut = false;
    described = Described.BODY;
  }

  /// How many octets the header has so far, without the empty line.
  int length() {
    return length;
  }

  /// Whether the header ended without an empty line.
  boolean cut() {
    return cut;
  }

  /// Says that the entity is a multipart.
  void multipart(String boundary) {
    described = new Described("multipart/mixed", boundary);
  }

  /// Says that the entity is a message.
  void message() {
    described = Described.MESSAGE;
  }

  DecodeMonitor monitor() {
    return new DecodeMonitor() {
      @Override
      public boolean warn(String error, String dropped) {
        cut |= error.equals(Event.HEADERS_PREMATURE_END.toString());
        return false;
      }

      @Override
      public boolean isListening() {
        return true;
      }
    };
  }

  BodyDescriptorBuilder descriptors() {
    return new BodyDescriptorBuilder() {
      @Override
      public void reset() {}

      @Override
      public @Nullable Field addField(RawField field) {
        return null;
      }

      @Override
      public BodyDescriptor build() {
        return described;
      }

      @Override
      public BodyDescriptorBuilder newChild() {
        return this;
      }
    };
  }

  @Override
  public void reset() {}

  @Override
  public void append(ByteArrayBuffer line) {
    length += line.length();
  }

  /// No field: the next line is read at once.
  @Override
  public @Nullable RawField build() {
    return null;
  }

  @Override
  public @Nullable RecycledByteArrayBuffer getRaw() {
    return null;
  }

  @Override
  public void release() {}
}
