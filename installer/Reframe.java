import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Gives the classes of a jar the stack maps that an AOT cache needs: none older than Java 6 is kept
/// in one, and each start would read and verify them anew. `java Reframe.java JAR NEW_JAR` changes
/// classes before Java 8, which become of Java 8, and copies everything else.
final class Reframe {
  private final ZipFile jar;
  private final ClassFile classes;

  private Reframe(ZipFile jar) {
    this.jar = jar;
    var hierarchy =
        ClassHierarchyResolver.ofResourceParsing(this::open)
            .orElse(ClassHierarchyResolver.defaultResolver());
    classes =
        ClassFile.of(
            ClassHierarchyResolverOption.of(hierarchy), StackMapsOption.GENERATE_STACK_MAPS);
  }

  public static void main(String... args) throws IOException {
    try (var jar = new ZipFile(args[0]);
        var out = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      new Reframe(jar).writeTo(out);
    }
  }

  private void writeTo(ZipOutputStream out) throws IOException {
    for (var entry : Collections.list(jar.entries())) {
      var copy = new ZipEntry(entry.getName());
      copy.setTime(entry.getTime());
      out.putNextEntry(copy);
      try (var in = jar.getInputStream(entry)) {
        var octets = in.readAllBytes();
        out.write(entry.getName().endsWith(".class") ? reframed(octets) : octets);
      }
      out.closeEntry();
    }
  }

  private byte[] reframed(byte[] octets) {
    var read = classes.parse(octets);
    if (read.majorVersion() >= ClassFile.JAVA_8_VERSION) {
      return octets;
    }
    var bodies = ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
    return classes.transformClass(
        read,
        bodies.andThen(
            (type, element) -> {
              if (element instanceof ClassFileVersion) {
                type.withVersion(ClassFile.JAVA_8_VERSION, 0);
              } else {
                type.with(element);
              }
            }));
  }

  /// The class file of a type that the jar has; null if it has none.
  private InputStream open(ClassDesc type) {
    var descriptor = type.descriptorString();
    var entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
