package ganglion.scenario.suite.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.base.DescribedPredicate;
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
import java.util.concurrent.Executor;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout of the module. Every rule is also shown to fail, on the types of the package {@code broken}. */
class SuiteArchitectureTest {

    private static final int MOST_TYPES = 25;

    private static final JavaClasses MAIN = new ClassFileImporter().importPath(Path.of("target/classes"));
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("ganglion.scenario.suite.architecture.broken");

    static List<ArchRule> rules() {
        return List.of(
                classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "ganglion.scenario..",
                                "ganglion.runtime..",
                                "ganglion.hardware..",
                                "ganglion.kernel..",
                                "ganglion.documents..",
                                "com.fasterxml.jackson..",
                                "org.HdrHistogram..",
                                "javax.xml.stream..",
                                "java.."),
                slices().matching("ganglion.scenario.suite.(**)")
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true),
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
                        .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)"),
                noClasses()
                        .that()
                        .haveSimpleNameNotStartingWith("Worker")
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(Process.class, ProcessBuilder.class),
                noClasses()
                        .that()
                        .haveSimpleNameNotStartingWith("Worker")
                        .and()
                        .doNotHaveSimpleName("Watchdog")
                        .should()
                        .dependOnClassesThat(threads()));
    }

    /** The runtime runs tasks on threads. Only workers and their watchdog have others: a shutdown hook and a timer. */
    private static DescribedPredicate<JavaClass> threads() {
        return JavaClass.Predicates.belongToAnyOf(Thread.class)
                .or(JavaClass.Predicates.assignableTo(Executor.class))
                .as("threads");
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
        Map<String, Long> types = MAIN.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        types.values().removeIf(count -> count <= MOST_TYPES);

        assertEquals(Map.of(), types);
    }

    /** The diagram on the page of the package shows types by name. */
    @Test
    void thePageNamesTypesThatExist() throws Exception {
        String page = Files.readString(Path.of("src/main/java/ganglion/scenario/suite/package-info.java"));

        List<String> missing = Pattern.compile("\\b[A-Z][a-z]+[A-Z]\\w+\\b")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .filter(name -> !name.equals("JUnit"))
                .filter(name -> !MAIN.contain("ganglion.scenario.suite." + name))
                .toList();

        assertEquals(List.of(), missing);
    }
}
