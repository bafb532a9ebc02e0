package ganglion.scenario.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout of the module. Every rule is also shown to fail, on the types of the package {@code broken}. */
class EngineArchitectureTest {

    private static final int MOST_TYPES = 25;
    private static final Path SOURCES = Path.of("src/main/java");

    private static final JavaClasses MAIN = new ClassFileImporter().importPath(Path.of("target/classes"));
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("ganglion.scenario.architecture.broken");

    static List<ArchRule> rules() {
        return List.of(
                classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "ganglion.scenario..",
                                "ganglion.runtime..",
                                "ganglion.hardware..",
                                "ganglion.cochlea..",
                                "ganglion.kernel..",
                                "ganglion.documents..",
                                "com.fasterxml.jackson..",
                                "org.HdrHistogram..",
                                "java.."),
                slices().matching("ganglion.scenario.(**)").should().beFreeOfCycles(),
                fields().that()
                        .arePublic()
                        .should()
                        .haveModifier(JavaModifier.FINAL)
                        .allowEmptyShould(true),
                noClasses()
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .orShould()
                        .callMethod(System.class, "exit", int.class),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)")
                        .orShould()
                        .callMethod(Math.class, "random"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("ganglion.scenario.run")
                        .should()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("ganglion.scenario.run", "ganglion.scenario.nodes")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("ganglion.scenario.run", "ganglion.runtime.."));
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

    private static Map<String, Long> typesByPackage() {
        return MAIN.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
    }

    /** A package that is added or taken away has to be told on the page of {@code ganglion.scenario.run}. */
    @Test
    void thePageOfTheRunnerNamesEveryPackageAndEachHasItsOwn() throws Exception {
        String page = Files.readString(SOURCES.resolve("ganglion/scenario/run/package-info.java"));
        List<String> unnamed = typesByPackage().keySet().stream()
                .filter(name -> !page.contains(name) || !Files.exists(pageOf(name)))
                .toList();

        assertEquals(List.of(), unnamed);
        assertEquals(8, typesByPackage().size());
    }

    private static Path pageOf(String packageName) {
        return SOURCES.resolve(packageName.replace('.', '/')).resolve("package-info.java");
    }

    @Test
    void noPackageHoldsMoreThanTwentyFiveTypes() {
        Map<String, Long> types = typesByPackage();
        types.values().removeIf(count -> count <= MOST_TYPES);

        assertEquals(Map.of(), types);
    }
}
