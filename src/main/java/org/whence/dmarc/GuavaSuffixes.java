package org.whence.dmarc;

import com.google.common.net.InternetDomainName;
import java.io.IOException;
import java.net.JarURLConnection;
import java.util.Locale;
import org.whence.dns.Names;
import org.xbill.DNS.Name;

/// The list that comes with Guava. It carries no date of its own, so the day on which Guava was
/// built is told: the list is not younger.
final class GuavaSuffixes implements SuffixList {
  private final String description = "the list in Guava" + built();

  @Override
  public int labels(Name name) {
    try {
      var suffix =
          InternetDomainName.from(Names.text(name).toLowerCase(Locale.ROOT)).publicSuffix();
      return suffix == null ? 1 : suffix.parts().size();
    } catch (IllegalArgumentException noHostName) {
      // Guava takes host names alone; what else there is in DNS lies below no rule but its
      // parent's.
      return name.labels() > 2 ? labels(new Name(name, 1)) : 1;
    }
  }

  @Override
  public String description() {
    return description;
  }

  private static String built() {
    var classFile = InternetDomainName.class.getResource("InternetDomainName.class");
    try {
      return classFile != null
              && classFile.openConnection() instanceof JarURLConnection jar
              && jar.getJarEntry() != null
          ? " of " + jar.getJarEntry().getTimeLocal().toLocalDate()
          : "";
    } catch (IOException unreadable) {
      return "";
    }
  }
}
