package ganglion.scenario.explore.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout of the module. Every rule is also shown to fail, on the types of the package {@code broken}. */
class ArchitectureTest {

    private static final String ROOT = "ganglion.scenario.explore";
    private static final int MOST_TYPES = 25;
    private static final Path MAIN_SOURCES = Path.of("src/main/java/ganglion/scenario/explore");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(ROOT + ".architecture.broken");

    static List<ArchRule> rules() {
        return List.of(
                onlyLowerModulesAndAFewLibrariesAreUsed(),
                slices().matching("ganglion.scenario.explore.(**)").should().beFreeOfCycles(),
                fields().that().arePublic().should().haveModifier(JavaModifier.FINAL),
                noClasses()
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .orShould()
                        .callMethod(System.class, "exit", int.class),
                onlyRunsMeasureTime(),
                noClasses()
                        .should()
                        .callConstructor(Random.class)
                        .orShould()
                        .callMethod(Math.class, "random")
                        .as("chance comes from a seed"));
    }

    private static ArchRule onlyLowerModulesAndAFewLibrariesAreUsed() {
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "..",
                        "ganglion.scenario.experiment..",
                        "ganglion.scenario.model",
                        "ganglion.scenario.format",
                        "ganglion.scenario.bind",
                        "ganglion.scenario.result",
                        "ganglion.scenario.run",
                        "ganglion.scenario.expect",
                        "ganglion.scenario.cost",
                        "ganglion.scenario.future",
                        "ganglion.hardware..",
                        "ganglion.learning..",
                        "ganglion.cochlea..",
                        "ganglion.kernel..",
                        "ganglion.documents..",
                        "java..",
                        "com.fasterxml.jackson.core..",
                        "com.fasterxml.jackson.databind..");
    }

    /** Only the budget in time looks at a clock. */
    private static ArchRule onlyRunsMeasureTime() {
        return noClasses()
                .that()
                .doNotHaveSimpleName("Elapsed")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void canFail(ArchRule rule) {
        assertThrows(AssertionError.class, () -> rule.check(BROKEN));
    }

    @Test
    void noPackageHoldsMoreThanTwentyFiveTypes() {
        Map<String, Long> sizes = MAIN.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

        assertEquals(10, sizes.size(), sizes::toString);
        sizes.forEach((name, size) -> assertTrue(size <= MOST_TYPES, () -> name + " holds " + size + " types"));
    }

    @Test
    void thePageOfTheModuleListsEveryPackage() throws IOException {
        List<String> folders;
        try (Stream<Path> files = Files.walk(MAIN_SOURCES)) {
            folders = files.filter(file -> file.endsWith("package-info.java"))
                    .map(file ->
                            MAIN_SOURCES.relativize(file.getParent()).toString().replaceAll("[/\\\\]", "."))
                    .filter(name -> !name.isEmpty())
                    .sorted()
                    .toList();
        }

        assertEquals(folders, listed().stream().sorted().toList());
    }

    @Test
    void aPackageUsesOnlyThoseAboveItOnThePageOfTheModule() throws IOException {
        List<String> listed = listed();
        for (int i = 0; i < listed.size() - 1; i++) {
            usesNoneOf(ROOT + "." + listed.get(i), listed.subList(i + 1, listed.size()))
                    .check(MAIN);
        }
        ArchRule turned = usesNoneOf(ROOT + ".run", List.of("journal"));
        assertThrows(AssertionError.class, () -> turned.check(MAIN));
    }

    private static ArchRule usesNoneOf(String user, List<String> others) {
        return noClasses()
                .that()
                .resideInAPackage(user)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        others.stream().map(name -> ROOT + "." + name).toArray(String[]::new));
    }

    private static List<String> listed() throws IOException {
        return Pattern.compile("^ \\*  ([a-z.]+) {2,}", Pattern.MULTILINE)
                .matcher(Files.readString(MAIN_SOURCES.resolve("package-info.java")))
                .results()
                .map(line -> line.group(1))
                .toList();
    }
}
