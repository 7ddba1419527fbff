package org.whence.dns;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Whose certificates are believed: the authorities of the platform, and those of files that the
/// user named. What TLS needs of it is made when it is needed first.
final class Trust {
  private final List<X509Certificate> own;
  private @Nullable X509ExtendedTrustManager manager;

  private Trust(List<X509Certificate> own) {
    this.own = List.copyOf(own);
  }

  /// The platform's authorities alone.
  static Trust ofPlatform() {
    return new Trust(List.of());
  }

  /// The platform's authorities and those of files.
  ///
  /// @throws IOException in one line that names the file, if it cannot be read or holds none
  static Trust with(List<Path> files) throws IOException {
    var own = new ArrayList<X509Certificate>();
    for (var file : files) {
      own.addAll(CertificateFile.read(file));
    }
    return new Trust(own);
  }

  /// What makes connections to a server.
  ///
  /// @param name as whom the server must show itself: a name, or its address
  /// @throws IOException if the platform's authorities cannot be read
  SSLContext context(String name) throws IOException {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new ExplainingTrust(manager(), name)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be used here: " + e.getMessage(), e);
    }
  }

  /// TLS 1.2 or newer (RFC 8310, 9.1; RFC 9325, 3.1.1), and the name checked.
  static SSLParameters strict(SSLParameters parameters) {
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    return parameters;
  }

  private synchronized X509ExtendedTrustManager manager()
      throws GeneralSecurityException, IOException {
    if (manager == null) {
      var platform = manager(null);
      manager = own.isEmpty() ? platform : manager(store(platform));
    }
    return manager;
  }

  private KeyStore store(X509ExtendedTrustManager platform)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    var all = Stream.concat(Arrays.stream(platform.getAcceptedIssuers()), own.stream()).toList();
    for (var i = 0; i < all.size(); i++) {
      store.setCertificateEntry("authority-" + i, all.get(i));
    }
    return store;
  }

  private static X509ExtendedTrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
