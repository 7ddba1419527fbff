package org.whence.dkim;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.whence.chain.Branch;
import org.whence.chain.ChainTopic;
import org.whence.dns.Answer;
import org.whence.dns.Exchange;
import org.whence.dns.Resolver;
import org.whence.mail.Message;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Any octets at all are a signature and what it signs, checked whole with a key that fits nothing;
/// any cut of them gives the same body hash.
public final class SignatureFuzz {
  private static final String KEY =
      "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
  private static final Resolver RESOLVER =
      question -> {
        var text = KEY.getBytes(StandardCharsets.US_ASCII);
        var wire = ByteBuffer.allocate(text.length + 1).put((byte) text.length).put(text).array();
        var record = Record.newRecord(question.name(), Type.TXT, DClass.IN, 60, wire);
        return Exchange.local(
            question,
            new Answer.Records(List.of(), List.of(record)),
            "zone:fuzz",
            InstantSource.system().instant());
      };

  private SignatureFuzz() {}

  /// What the fuzzer calls.
  public static void fuzzerTestOneInput(byte[] octets) throws InterruptedException {
    var start = "DKIM-Signature: ".getBytes(StandardCharsets.US_ASCII);
    var source = ByteBuffer.allocate(start.length + octets.length).put(start).put(octets).array();
    var message = Message.read(source);
    var options = DkimOptions.defaults().withExplaining(true);
    new DkimVerifier(InstantSource.system(), options)
        .check(message, Branch.root(RESOLVER, ChainTopic.QUESTION));
  }
}
