package org.whence.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyRecordTest {
  @Test
  void everyTagIsRead() {
    var record =
        KeyRecord.parse("v=DKIM1; h=sha1 : sha256; k=rsa; n=note; p=QU JD; s=email:x; t=y : s");

    assertThat(record.flaws()).isEmpty();
    assertThat(record.type()).isEqualTo("rsa");
    assertThat(record.data().orElseThrow().text()).isEqualTo("QUJD");
    assertThat(record.hashes()).containsExactly("sha1", "sha256");
    assertThat(record.isForMail()).isTrue();
    assertThat(record.isTesting()).isTrue();
    assertThat(record.isStrict()).isTrue();
    assertThat(record.isRevoked()).isFalse();
  }

  @Test
  void absentTagsHaveTheirDefaults() {
    var record = KeyRecord.parse("p=QUJD");

    assertThat(record.flaws()).isEmpty();
    assertThat(record.type()).isEqualTo("rsa");
    assertThat(record.isForMail()).isTrue();
    assertThat(record.isTesting() || record.isStrict()).isFalse();
    assertThat(Arrays.stream(HashAlgorithm.values())).allMatch(record::allows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=DKIM1; k=rsa; nonsense   | NOT_A_TAG",
        "v=DKIM1; k=rsa             | MISSING_TAG",
        "v=DKIM2; p=QUJD            | BAD_VERSION",
        "v=dkim1; p=QUJD            | BAD_VERSION",
        "v=spf1 include:example.org | BAD_VERSION",
        "p=QU*JD                    | NOT_BASE64",
        "p=QUJD; p=QUJD             | REPEATED_TAG"
      })
  void flawIsTold(String text, DkimReason reason) {
    assertThat(KeyRecord.parse(text).flaws()).extracting(Flaw::reason).startsWith(reason);
  }

  @Test
  void emptyKeyIsRevoked() {
    assertThat(KeyRecord.parse("v=DKIM1; p=").isRevoked()).isTrue();
    assertThat(KeyRecord.parse("v=DKIM1; p= ; t=y").isRevoked()).isTrue();
    assertThat(KeyRecord.parse("v=DKIM1").isRevoked()).isFalse();
  }

  @Test
  void onlyNamedHashesAreAllowed() {
    assertThat(KeyRecord.parse("h=sha1; p=QUJD").allows(HashAlgorithm.SHA256)).isFalse();
    assertThat(KeyRecord.parse("h=; p=QUJD").allows(HashAlgorithm.SHA256)).isFalse();
  }

  @Test
  void lateVersionIsNoticed() {
    assertThat(KeyRecord.parse("p=QUJD; v=DKIM1").hasLateVersion()).isTrue();
    assertThat(KeyRecord.parse("v=DKIM1; p=QUJD").hasLateVersion()).isFalse();
  }

  @Test
  void bothFormsOfRsaKeysAreRead() {
    var info = Keys.rsa(2048).getPublic().getEncoded();
    // The RSAPublicKey lies in the BIT STRING at the end: 24 octets stand before it at this size.
    var bare = Arrays.copyOfRange(info, 24, info.length);

    assertThat(PublicKeys.read(KeyType.RSA, info).orElseThrow().bare()).isFalse();
    var read = PublicKeys.read(KeyType.RSA, bare).orElseThrow();
    assertThat(read.bare()).isTrue();
    assertThat(read.key()).isEqualTo(Keys.rsa(2048).getPublic());
    assertThat(read.bits()).isEqualTo(2048);
  }

  @Test
  void ed25519KeysHave32Octets() {
    var octets = Base64.getDecoder().decode("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");

    assertThat(PublicKeys.read(KeyType.ED25519, octets).orElseThrow().bits()).isEqualTo(256);
    assertThat(PublicKeys.read(KeyType.ED25519, Arrays.copyOf(octets, 31))).isEmpty();
    assertThat(PublicKeys.read(KeyType.ED25519, Keys.ed25519().getPublic().getEncoded())).isEmpty();
  }

  @Property
  void octetsThatAreNoKeyAreNone(@ForAll byte[] octets, @ForAll KeyType type) {
    var key = PublicKeys.read(type, octets);
    assertThat(key.isEmpty() || (type == KeyType.ED25519 && octets.length == 32)).isTrue();
  }

  @Property
  void nothingIsThrown(@ForAll @CharRange(from = '\u0000', to = '\u00ff') String text) {
    var record = KeyRecord.parse(text);
    assertThat(record.flaws().isEmpty()).isEqualTo(isRecord(record));
  }

  private static boolean isRecord(KeyRecord record) {
    return record.tags().flaws().isEmpty()
        && (record.data().isPresent() || record.isRevoked())
        && record.tags().value("v").filter(v -> !v.equals("DKIM1")).isEmpty();
  }
}
