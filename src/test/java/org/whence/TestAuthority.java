package org.whence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate authority of a test: Java can read certificates, but not make them, so their ASN.1
/// (RFC 5280, 4.1) is written here.
public final class TestAuthority {
  private static final byte[] ECDSA_WITH_SHA256 = {
    0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02
  };
  private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};
  private static final byte[] SUBJECT_ALT_NAME = {0x55, 0x1d, 0x11};
  private static final byte[] BASIC_CONSTRAINTS = {0x55, 0x1d, 0x13};
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private final String name;
  private final KeyPair keys;
  private final X509Certificate certificate;

  /// A key and the certificate for it.
  public record Identity(PrivateKey key, X509Certificate certificate) {
    /// What a server needs to show itself.
    public SSLContext context() throws Exception {
      var password = new char[0];
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", key, password, new X509Certificate[] {certificate});
      var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, password);
      var context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    }

    /// The certificate in PEM.
    public String pem() throws GeneralSecurityException {
      return TestAuthority.pem("CERTIFICATE", certificate.getEncoded());
    }

    /// The key in PEM (PKCS #8).
    public String keyPem() {
      return TestAuthority.pem("PRIVATE KEY", key.getEncoded());
    }
  }

  /// An authority that nobody trusts yet.
  public TestAuthority(String name) throws Exception {
    this.name = name;
    keys = keyPair();
    var now = Instant.now();
    certificate =
        sign(
            name,
            keys.getPublic(),
            now.minus(1, ChronoUnit.DAYS),
            now.plus(1, ChronoUnit.DAYS),
            true);
  }

  /// The authority's own certificate in PEM.
  public String pem() throws GeneralSecurityException {
    return pem("CERTIFICATE", certificate.getEncoded());
  }

  /// A certificate for names and addresses that is valid today.
  public Identity issue(String... names) throws Exception {
    var now = Instant.now();
    return issue(now.minus(1, ChronoUnit.HOURS), now.plus(1, ChronoUnit.HOURS), names);
  }

  /// A certificate for names and addresses.
  public Identity issue(Instant from, Instant to, String... names) throws Exception {
    var own = keyPair();
    return new Identity(own.getPrivate(), sign("server", own.getPublic(), from, to, false, names));
  }

  /// A certificate that this authority's key signed for itself.
  public Identity issueSelf(String... names) throws Exception {
    var now = Instant.now();
    var from = now.minus(1, ChronoUnit.HOURS);
    return new Identity(
        keys.getPrivate(),
        sign(name, keys.getPublic(), from, from.plus(1, ChronoUnit.DAYS), false, names));
  }

  private static KeyPair keyPair() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private X509Certificate sign(
      String subject, PublicKey key, Instant from, Instant to, boolean authority, String... names)
      throws Exception {
    var algorithm = sequence(tagged(0x06, ECDSA_WITH_SHA256));
    var serial = BigInteger.valueOf(System.nanoTime()).abs().add(BigInteger.ONE).toByteArray();
    var body =
        sequence(
            tagged(0xa0, tagged(0x02, new byte[] {2})),
            tagged(0x02, serial),
            algorithm,
            commonName(name),
            sequence(tagged(0x18, ascii(TIME.format(from))), tagged(0x18, ascii(TIME.format(to)))),
            commonName(subject),
            key.getEncoded(),
            tagged(0xa3, sequence(extensions(authority, names))));
    var signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(keys.getPrivate());
    signer.update(body);
    var whole = sequence(body, algorithm, tagged(0x03, new byte[1], signer.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(whole));
  }

  private static byte[][] extensions(boolean authority, String... names) throws Exception {
    var all = new ArrayList<byte[]>();
    if (authority) {
      var constraints = sequence(tagged(0x01, new byte[] {(byte) 0xff}));
      all.add(sequence(tagged(0x06, BASIC_CONSTRAINTS), tagged(0x04, constraints)));
    }
    if (names.length > 0) {
      var alternatives = new ArrayList<byte[]>();
      for (var each : names) {
        var isAddress = each.contains(":") || each.matches("[0-9.]+");
        alternatives.add(
            isAddress
                ? tagged(0x87, InetAddress.ofLiteral(each).getAddress())
                : tagged(0x82, ascii(each)));
      }
      var value = sequence(alternatives.toArray(byte[][]::new));
      all.add(sequence(tagged(0x06, SUBJECT_ALT_NAME), tagged(0x04, value)));
    }
    return all.toArray(byte[][]::new);
  }

  private static byte[] commonName(String name) {
    return sequence(tagged(0x31, sequence(tagged(0x06, COMMON_NAME), tagged(0x0c, ascii(name)))));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] sequence(byte[]... parts) {
    return tagged(0x30, parts);
  }

  /// Tag, length in as few octets as it goes, and contents (X.690, 8.1 and 10.1).
  private static byte[] tagged(int tag, byte[]... parts) {
    var length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    List.of(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static String pem(String label, byte[] octets) {
    var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, text);
  }
}
