package ganglion.live.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout of the module. Every rule is also shown to fail, on the types of the package {@code broken}. */
class LiveArchitectureTest {

    private static final int MOST_TYPES = 25;

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ganglion.live");
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("ganglion.live.architecture.broken");

    static List<ArchRule> rules() {
        return List.of(
                classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideOutsideOfPackages(
                                "ganglion.cli..", "ganglion.study..", "ganglion.junit..", "org.junit.."),
                slices().matching("ganglion.live.(**)").should().beFreeOfCycles(),
                fields().that().arePublic().should().haveModifier(JavaModifier.FINAL),
                noClasses()
                        .should()
                        .callMethod(System.class, "currentTimeMillis")
                        .as("clocks that may be set back measure no latency"),
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("ganglion.live.server.AccessToken")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(Random.class)
                        .as("random numbers follow from seeds, but for the secret of the page"));
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

        assertTrue(sizes.size() >= 6, sizes::toString);
        sizes.forEach((name, size) -> assertTrue(size <= MOST_TYPES, () -> name + " holds " + size + " types"));
    }
}
