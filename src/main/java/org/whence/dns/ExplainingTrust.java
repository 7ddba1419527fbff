package org.whence.dns;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// The platform's check of certificates, with reasons that a person can act on: what is wrong with
/// a certificate, and what it says instead.
final class ExplainingTrust extends X509ExtendedTrustManager {
  private static final int MOST_NAMES_SHOWN = 4;

  /// The types of subjectAltName that count here (RFC 5280, 4.2.1.6): dNSName and iPAddress.
  private static final List<Integer> DNS_NAME_OR_ADDRESS = List.of(2, 7);

  private final X509ExtendedTrustManager platform;
  private final String name;

  /// @param name as whom the server must show itself
  ExplainingTrust(X509ExtendedTrustManager platform, String name) {
    this.platform = platform;
    this.name = name;
  }

  /// One of the platform's checks.
  private interface Check {
    void check() throws CertificateException;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    check(chain, authType, () -> platform.checkServerTrusted(chain, authType, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    check(chain, authType, () -> platform.checkServerTrusted(chain, authType, engine));
  }

  /// Without a connection there is no name to hold against: nothing is believed so.
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("no connection to check the certificate for");
  }

  private void check(X509Certificate[] chain, String authType, Check withName)
      throws CertificateException {
    checkTime(chain[0]);
    try {
      platform.checkServerTrusted(chain, authType);
    } catch (CertificateException e) {
      throw new CertificateException(whyNotTrusted(chain[0], e), e);
    }
    try {
      withName.check();
    } catch (CertificateException e) {
      throw new CertificateException(whyNotNamed(chain[0]), e);
    }
  }

  private static String whyNotTrusted(X509Certificate certificate, CertificateException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException) {
        return "the certificate of its authority expired";
      }
    }
    return "its certificate comes from an authority that is not trusted ("
        + certificate.getIssuerX500Principal().getName()
        + "); name that authority's file with --ca";
  }

  private String whyNotNamed(X509Certificate certificate) throws CertificateParsingException {
    var isAddress = Endpoint.address(name).isPresent();
    return "its certificate is not for "
        + name
        + " but for "
        + names(certificate)
        + (isAddress ? "; write the server's name behind its URI: #NAME" : "; correct the name");
  }

  private static void checkTime(X509Certificate certificate) throws CertificateException {
    try {
      certificate.checkValidity();
    } catch (CertificateExpiredException e) {
      var end = certificate.getNotAfter().toInstant();
      throw new CertificateException("its certificate expired on " + end, e);
    } catch (CertificateNotYetValidException e) {
      var begin = certificate.getNotBefore().toInstant();
      throw new CertificateException("its certificate is not valid before " + begin, e);
    }
  }

  private static String names(X509Certificate certificate) throws CertificateParsingException {
    var alternatives = certificate.getSubjectAlternativeNames();
    if (alternatives == null) {
      return certificate.getSubjectX500Principal().getName();
    }
    var names =
        alternatives.stream()
            .filter(each -> DNS_NAME_OR_ADDRESS.contains(each.getFirst()))
            .map(each -> String.valueOf(each.getLast()))
            .toList();
    var shown = names.stream().limit(MOST_NAMES_SHOWN).collect(Collectors.joining(", "));
    return names.isEmpty() ? "nobody" : names.size() > MOST_NAMES_SHOWN ? shown + " …" : shown;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("this end is no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return platform.getAcceptedIssuers();
  }
}
