package ganglion.hardware.architecture;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout of the module. Every rule is also shown to fail, on the types of the package {@code broken}. */
class ArchitectureTest {

    private static final int MOST_TYPES = 25;
    private static final int FEWEST_TYPES = 4;

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ganglion.hardware");
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("ganglion.hardware.architecture.broken");

    static List<ArchRule> rules() {
        return List.of(
                classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "ganglion.hardware..",
                                "ganglion.kernel..",
                                "ganglion.documents..",
                                "java..",
                                "com.fasterxml.jackson.databind..",
                                "org.HdrHistogram.."),
                slices().matching("ganglion.hardware.(**)").should().beFreeOfCycles(),
                fields().that().arePublic().should().haveModifier(JavaModifier.FINAL),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.util\\.(Random|concurrent\\.ThreadLocalRandom)")
                        .orShould()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis"),
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "..figure",
                                "..signal",
                                "..chip",
                                "..placement",
                                "..precision",
                                "..activity",
                                "..latency")
                        .or()
                        .resideInAnyPackage("..metrics", "..text", "..cost", "..comparison", "..broken.one")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.fasterxml..", "java.nio.file.."));
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
    void packagesHoldAHandfulToTwentyFiveTypes() {
        Map<String, Long> sizes = MAIN.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

        assertTrue(sizes.size() >= 10, sizes::toString);
        sizes.forEach((name, size) ->
                assertTrue(size >= FEWEST_TYPES && size <= MOST_TYPES, () -> name + " holds " + size + " types"));
    }

    /** The page of the module names its packages from the lowest to the highest; a package uses only those above it. */
    @Test
    void thePageOfTheModuleListsItsPackagesInTheOrderOfTheirUse() throws Exception {
        Path main = Path.of("src/main/java/ganglion/hardware");
        List<String> listed = Pattern.compile("^ \\*  (\\w+) {2,}", Pattern.MULTILINE)
                .matcher(Files.readString(main.resolve("package-info.java")))
                .results()
                .map(line -> line.group(1))
                .toList();

        try (Stream<Path> folders = Files.list(main).filter(Files::isDirectory)) {
            assertEquals(
                    folders.map(folder -> folder.getFileName().toString())
                            .sorted()
                            .toList(),
                    listed.stream().sorted().toList());
        }
        for (int i = 0; i < listed.size(); i++) {
            String[] above = listed.subList(i + 1, listed.size()).stream()
                    .map(name -> "ganglion.hardware." + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("ganglion.hardware." + listed.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .check(MAIN);
        }
    }
}
