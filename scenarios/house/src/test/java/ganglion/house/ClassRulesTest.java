package ganglion.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The compiled classes of all modules keep the rules, and classes that break each rule are noticed. */
final class ClassRulesTest {

    private static final String API_PACKAGE = "ganglion.api";

    /** What the API takes and gives beside its own types. */
    private static final Set<String> ENGINE = Set.of(
            "ganglion.kernel.event.SpikeRaster",
            "ganglion.kernel.time.Clock",
            "ganglion.scenario.experiment.outcome.TrainingProgress",
            "ganglion.scenario.model.Probe$Kind",
            "ganglion.scenario.result.RunProgress",
            "ganglion.scenario.result.RunSettings",
            "ganglion.scenario.run.ClassifiedSound");

    private static JavaClasses classes;
    private static JavaClasses broken;

    @BeforeAll
    static void readTheClassesOfAllModules() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("ganglion");
        broken = new ClassFileImporter()
                .importPackages(
                        "ganglion.kernel.broken",
                        "ganglion.learning.fast.broken",
                        "ganglion.learning.reference.broken",
                        "ganglion.report.chart.broken",
                        "ganglion.runtime.broken");
    }

    @ParameterizedTest
    @EnumSource
    void holds(ClassRule rule) {
        assertTrue(classes.size() > 1500, () -> classes.size() + " classes were found");
        rule.rule().check(classes);
    }

    @ParameterizedTest
    @EnumSource
    void canFail(ClassRule rule) {
        assertThrows(AssertionError.class, () -> rule.rule().check(broken));
    }

    /** The public types that users of Java import. */
    private static Stream<JavaClass> api() {
        return classes.stream()
                .filter(type -> type.getPackageName().equals(API_PACKAGE))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }

    @Test
    void everyTypeOfTheApiSaysHowStableItIs() {
        assertTrue(api().count() > 10);
        assertEquals(
                List.of(),
                api().filter(JavaClass::isTopLevelClass)
                        .filter(type -> !type.isAnnotatedWith(API.class))
                        .map(JavaClass::getName)
                        .toList());
    }

    /** A user meets no library: public methods take and give types of the API and of Java, and what holds results in the engine. */
    @Test
    void theApiShowsNoTypesOfLibraries() {
        List<String> shown = api().flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(unit -> Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !isAllowed(type))
                        .map(type -> unit.getFullName() + ": " + type.getName()))
                .toList();

        assertEquals(List.of(), shown);
    }

    private static boolean isAllowed(JavaClass type) {
        return type.isPrimitive()
                || type.getPackageName().startsWith("java.")
                || type.getPackageName().equals(API_PACKAGE)
                || ENGINE.contains(type.getName());
    }
}
