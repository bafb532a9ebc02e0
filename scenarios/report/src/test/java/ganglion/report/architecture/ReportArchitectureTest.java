package ganglion.report.architecture;

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
import java.time.Instant;
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
class ReportArchitectureTest {

    private static final int MOST_TYPES = 25;

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ganglion.report");
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("ganglion.report.architecture.broken");

    static List<ArchRule> rules() {
        return List.of(
                classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideOutsideOfPackages(
                                "ganglion.cli..", "ganglion.study..", "ganglion.junit..", "org.junit.."),
                slices().matching("ganglion.report.(**)").should().beFreeOfCycles(),
                fields().that().arePublic().should().haveModifier(JavaModifier.FINAL),
                noClasses()
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(System.class, "nanoTime")
                        .as("the same run gives the same files: no class reads the clock"),
                noClasses()
                        .that()
                        .resideInAnyPackage("..report.chart", "..report.picture", "..broken.one")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.fasterxml..", "ganglion.scenario..")
                        .as("charts and pictures know neither JSON nor scenarios"));
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

        assertTrue(sizes.size() >= 10, sizes::toString);
        sizes.forEach((name, size) -> assertTrue(size <= MOST_TYPES, () -> name + " holds " + size + " types"));
    }

    /** The page of the module names its packages; each uses only those before it. */
    @Test
    void thePageOfTheModuleListsItsPackagesInTheOrderOfTheirUse() throws Exception {
        Path main = Path.of("src/main/java/ganglion/report");
        List<String> listed = Pattern.compile("<li>\\{@code (\\w+)}")
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
        for (int i = 0; i + 1 < listed.size(); i++) {
            String[] later = listed.subList(i + 1, listed.size()).stream()
                    .map(name -> "ganglion.report." + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("ganglion.report." + listed.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .check(MAIN);
        }
    }

    @Test
    void everyPackageHasAPage() throws Exception {
        try (Stream<Path> folders =
                Files.walk(Path.of("src/main/java/ganglion")).filter(Files::isDirectory)) {
            List<Path> bare = folders.filter(folder -> !folder.endsWith("ganglion"))
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertEquals(List.of(), bare);
        }
    }
}
