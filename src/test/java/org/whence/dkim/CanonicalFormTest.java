package org.whence.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whence.mail.Message;

final class CanonicalFormTest {
  private static final String TEXT = DkimVerifierTest.MESSAGE;

  private static org.whence.dkim.Signature signature(Message message) {
    return SignatureParser.parse(message.fields().getFirst(), SignatureKind.DKIM);
  }

  private static CanonicalForm form(String signed) {
    var message = Message.read(signed.getBytes(ISO_8859_1));
    return CanonicalForm.of(message, signature(message)).orElseThrow();
  }

  private static byte[] body(CanonicalForm form) throws IOException {
    var out = new ByteArrayOutputStream();
    form.writeBody(out);
    return out.toByteArray();
  }

  /// Whoever has the octets can check both hashes by themselves.
  @ParameterizedTest
  @EnumSource
  void octetsAreThoseOfTheTwoHashes(Canonicalization how)
      throws GeneralSecurityException, IOException {
    var signer = Signer.relaxed().with(how, how);
    var message = Message.read(signer.sign(TEXT).getBytes(ISO_8859_1));
    var form = CanonicalForm.of(message, signature(message)).orElseThrow();

    assertThat(MessageDigest.getInstance("SHA-256").digest(body(form)))
        .isEqualTo(signature(message).bodyHash().orElseThrow().octets());
    var check = Signature.getInstance("SHA256withRSA");
    check.initVerify(signer.key().getPublic());
    check.update(form.header());
    assertThat(check.verify(signature(message).data().orElseThrow().octets())).isTrue();
  }

  @Test
  void bodyEndsWhereTheLengthSays() throws IOException {
    assertThat(body(form(Signer.relaxed().sign(TEXT, 10))))
        .isEqualTo("Shall we m".getBytes(ISO_8859_1));
  }

  @Test
  void beforeIsWhatStandsInTheMessage() throws IOException {
    var form = form(Signer.relaxed().signing("subject:from").sign(TEXT));
    var out = new ByteArrayOutputStream();
    form.writeBodyBefore(out);

    assertThat(out.toString(ISO_8859_1)).contains("Shall we  meet at noon?\r\n\tAnn\r\n\r\n");
    assertThat(new String(form.headerBefore(), ISO_8859_1))
        .startsWith("Subject: Lunch\r\nFrom: Ann <ann@example.org>\r\nDKIM-Signature: ");
    assertThat(new String(form.header(), ISO_8859_1))
        .startsWith("subject:Lunch\r\nfrom:Ann <ann@example.org>\r\ndkim-signature:v=1; ")
        .endsWith("b=");
  }

  @Test
  void signatureThatCannotBeReadHasNone() {
    var message = Message.read("DKIM-Signature: c=odd; b=AAAA\n\n".getBytes(ISO_8859_1));
    assertThat(CanonicalForm.of(message, signature(message))).isEmpty();
    var without = Message.read("DKIM-Signature: v=1\n\n".getBytes(ISO_8859_1));
    assertThat(CanonicalForm.of(without, signature(without))).isEmpty();
  }
}
