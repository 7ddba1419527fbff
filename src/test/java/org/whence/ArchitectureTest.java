package org.whence;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Keeps the house as it was drawn: who may know whom, which library stays in which room, and how
/// large a room may get.
final class ArchitectureTest {

  private static final Set<String> GROUND = Set.of("mail", "ip", "chain", "dns");

  private static final Set<String> CHECKS =
      Set.of("header", "part", "hop", "iprev", "spf", "dkim", "arc", "dmarc");

  private static final Set<String> BELOW = and(all(), "receiver", "posture", "enrichment", "fetch");

  private static final Set<String> FRONT =
      and(BELOW, "investigation", "casefile", "history", "report", "watch");

  /// Every room with the rooms below it that it may know. A room that is not listed fails the test.
  private static final List<Room> ROOMS =
      List.of(
          new Room("dns", Set.of()),
          new Room("chain", Set.of("dns")),
          new Room("ip", Set.of("chain", "dns")),
          new Room("mail", Set.of("ip", "chain", "dns")),
          new Room("header", GROUND),
          new Room("part", GROUND),
          new Room("hop", GROUND),
          new Room("iprev", GROUND),
          new Room("spf", GROUND),
          new Room("dkim", GROUND),
          new Room("arc", and(GROUND, "dkim")),
          new Room("dmarc", and(GROUND, "spf", "dkim", "arc")),
          new Room("receiver", all()),
          new Room("posture", and(GROUND, "spf", "dmarc")),
          new Room("enrichment", GROUND),
          new Room("fetch", GROUND),
          new Room("investigation", BELOW),
          new Room("casefile", and(BELOW, "investigation")),
          new Room("history", and(BELOW, "investigation")),
          new Room("report", and(BELOW, "investigation", "casefile", "history")),
          new Room("watch", and(BELOW, "investigation", "casefile", "report")),
          new Room("cli", FRONT),
          new Room("gui", FRONT));

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.whence");

  private static final int LONGEST_CLASS = 500;

  private record Room(String name, Set<String> below) {
    String packages() {
      return "org.whence." + name + "..";
    }
  }

  private static Set<String> all() {
    return and(GROUND, CHECKS.toArray(String[]::new));
  }

  private static Set<String> and(Set<String> rooms, String... more) {
    return Stream.concat(rooms.stream(), Stream.of(more)).collect(Collectors.toSet());
  }

  @TestFactory
  Stream<DynamicTest> roomKnowsOnlyWhatIsBelow() {
    return ROOMS.stream()
        .map(room ->
            DynamicTest.dynamicTest(
                room.name(),
                () ->
                    noClasses()
                        .that()
                        .resideInAPackage(room.packages())
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(forbiddenFor(room)))
                        .allowEmptyShould(true)
                        .check(PROGRAM)));
  }

  private static String[] forbiddenFor(Room room) {
    return ROOMS.stream()
        .filter(other -> !other.equals(room) && !room.below().contains(other.name()))
        .map(Room::packages)
        .toArray(String[]::new);
  }

  @Test
  void everyPackageIsARoom() {
    var known = ROOMS.stream().map(Room::name).toList();
    var found =
        PROGRAM.stream()
            .map(type -> type.getPackageName())
            .filter(name -> name.startsWith("org.whence."))
            .map(name -> name.substring("org.whence.".length()).split("\\.", -1)[0])
            .distinct()
            .toList();
    assertThat(known).containsAll(found);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.whence.(**)").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void dnsjavaResolversAndCachesStayInDns() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.whence.dns..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.xbill.DNS..")
                .and(
                    simpleName("Resolver")
                        .or(simpleName("SimpleResolver"))
                        .or(simpleName("ExtendedResolver"))
                        .or(simpleName("DohResolver"))
                        .or(simpleName("Lookup"))
                        .or(simpleName("LookupSession"))
                        .or(simpleName("Cache"))
                        .or(simpleName("Zone"))
                        .or(simpleName("Master"))
                        .or(simpleName("ResolverConfig"))
                        .or(resideInAnyPackage("org.xbill.DNS.io..", "org.xbill.DNS.lookup.."))))
        .check(PROGRAM);
  }

  @Test
  void frontEndsAndReportsDoNotSeeDnsjava() {
    noClasses()
        .that()
        .resideInAnyPackage("org.whence.gui..", "org.whence.cli..", "org.whence.report..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.xbill.."))
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @Test
  void toolkitStaysInGui() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.whence.gui..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.ikonli.."))
        .check(PROGRAM);
  }

  @Test
  void databaseStaysInHistory() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.whence.history..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.sqlite.."))
        .check(PROGRAM);
  }

  @Test
  void commandLineLibraryStaysInCli() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.whence.cli..", "org.whence")
        .should()
        .dependOnClassesThat(resideInAnyPackage("picocli.."))
        .check(PROGRAM);
  }

  @Test
  void standardStreamsStayInCli() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.whence.cli..", "org.whence")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(PROGRAM);
  }

  @Test
  void handingWorkToTheToolkitHappensInOnePlace() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.whence.gui.FxTasks")
        .should()
        .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
        .orShould()
        .dependOnClassesThat(resideInAnyPackage("javafx.concurrent.."))
        .check(PROGRAM);
  }

  @Test
  void noClassIsLongerThanItsLimit() {
    var tooLong = new TreeMap<Path, Integer>();
    for (var file : sources(Path.of("src"), ".java")) {
      var lines = lines(file).size();
      if (lines > LONGEST_CLASS) {
        tooLong.put(file, lines);
      }
    }
    assertThat(tooLong).as("files over %d lines", LONGEST_CLASS).isEmpty();
  }

  @Test
  void everyPackageHasItsDesignNoteAndIsNullMarked() {
    var missing =
        sources(Path.of("src/main/java"), ".java").stream()
            .map(Path::getParent)
            .distinct()
            .map(folder -> folder.resolve("package-info.java"))
            .filter(note -> !Files.exists(note) || !lines(note).contains("@NullMarked"))
            .toList();
    assertThat(missing).isEmpty();
  }

  private static Collection<Path> sources(Path root, String ending) {
    try (var files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
