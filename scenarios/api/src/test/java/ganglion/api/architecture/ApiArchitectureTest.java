package ganglion.api.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout of the module. Every rule is also shown to fail, on the types of the package {@code broken}. */
final class ApiArchitectureTest {

    private static final int MOST_TYPES = 25;
    private static final String API_PACKAGE = "ganglion.api";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(API_PACKAGE);
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("ganglion.api.architecture.broken");

    static List<ArchRule> rules() {
        return List.of(
                classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideOutsideOfPackages(
                                "ganglion.cli..",
                                "ganglion.study..",
                                "ganglion.junit..",
                                "ganglion.live.server..",
                                "ganglion.live.session..",
                                "org.junit.."),
                slices().matching("ganglion.api.(**)").should().beFreeOfCycles(),
                noClasses()
                        .that()
                        .resideInAPackage("ganglion.api.*..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(API_PACKAGE)
                        .as("details do not know the API"),
                fields().that().arePublic().should().haveModifier(JavaModifier.FINAL),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(Random.class)
                        .as("random numbers follow from seeds"));
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

        assertEquals(List.of(API_PACKAGE, "ganglion.api.document", "ganglion.api.engine"), List.copyOf(sizes.keySet()));
        sizes.forEach((name, size) -> assertTrue(size <= MOST_TYPES, () -> name + " holds " + size + " types"));
    }

    /** The public types that users import. */
    private static Stream<JavaClass> api() {
        return MAIN.stream()
                .filter(type -> type.getPackageName().equals(API_PACKAGE))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }

    @Test
    void everyTypeOfTheApiSaysHowStableItIs() {
        List<String> silent = api().filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.isAnnotatedWith(API.class))
                .map(JavaClass::getName)
                .toList();

        assertEquals(List.of(), silent);
    }

    /** A user needs one package: no public method takes or gives a type of another package of Ganglion or of a library. */
    @Test
    void theApiShowsNoTypesButItsOwnAndThoseOfJava() {
        List<String> shown = new ArrayList<>();
        api().flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .forEach(unit -> Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !isAllowed(type))
                        .forEach(type -> shown.add(unit.getFullName() + ": " + type.getName())));

        assertTrue(api().mapToLong(type -> publicUnits(type)).sum() > 150);
        assertEquals(List.of(), shown);
    }

    private static long publicUnits(JavaClass type) {
        return type.getCodeUnits().stream()
                .map(JavaCodeUnit::getModifiers)
                .filter(modifiers -> modifiers.contains(JavaModifier.PUBLIC))
                .count();
    }

    private static boolean isAllowed(JavaClass type) {
        return type.isPrimitive()
                || type.getPackageName().startsWith("java.")
                || type.getPackageName().equals(API_PACKAGE);
    }
}
