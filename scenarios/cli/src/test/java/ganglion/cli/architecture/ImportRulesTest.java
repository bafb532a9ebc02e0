package ganglion.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which part may know which. The rules are those of the design's module table; here they are kept. */
final class ImportRulesTest {

    private static JavaClasses ganglion;

    @BeforeAll
    static void readTheClassesOfAllModules() {
        ganglion = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("ganglion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kernel", "runtime", "cochlea", "hardware", "scenario", "report", "cli"})
    void everyModuleIsUnderTheRules(String module) {
        boolean absent = ganglion.stream()
                .noneMatch(type -> type.getPackageName().startsWith("ganglion." + module)
                        && !type.getSimpleName().equals("package-info"));

        assertFalse(absent, "no class of ganglion." + module + " was found, so no rule was checked");
    }

    @Test
    void importsPointDownTheModuleTable() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("ganglion..")
                .layer("kernel")
                .definedBy("ganglion.kernel..")
                .layer("runtime")
                .definedBy("ganglion.runtime..")
                .layer("cochlea")
                .definedBy("ganglion.cochlea..")
                .layer("hardware")
                .definedBy("ganglion.hardware..")
                .optionalLayer("learning")
                .definedBy("ganglion.learning..")
                .optionalLayer("study")
                .definedBy("ganglion.study..")
                .layer("scenario")
                .definedBy("ganglion.scenario..")
                .layer("report")
                .definedBy("ganglion.report..")
                .layer("cli")
                .definedBy("ganglion.cli..")
                .whereLayer("kernel")
                .mayNotAccessAnyLayer()
                .whereLayer("runtime")
                .mayOnlyAccessLayers("kernel")
                .whereLayer("hardware")
                .mayOnlyAccessLayers("kernel")
                .whereLayer("learning")
                .mayOnlyAccessLayers("kernel", "cochlea", "hardware")
                .whereLayer("scenario")
                .mayOnlyAccessLayers("kernel", "runtime", "cochlea", "hardware", "learning")
                .whereLayer("study")
                .mayOnlyAccessLayers("kernel", "cochlea", "learning", "scenario")
                .whereLayer("report")
                .mayOnlyAccessLayers("kernel", "runtime", "cochlea", "hardware", "learning", "scenario")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .check(ganglion);
    }

    @Test
    void onlyTheRuntimeKnowsAkka() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ganglion.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("akka..", "scala..", "com.typesafe..")
                .check(ganglion);
    }

    @Test
    void noPackagesDependOnEachOther() {
        slices().matching("ganglion.(**)").should().beFreeOfCycles().check(ganglion);
    }

    @Test
    void noFieldIsPublicAndMutable() {
        fields().that().arePublic().should().haveModifier(JavaModifier.FINAL).check(ganglion);
    }

    @Test
    void onlyTheCommandLinePrintsAndEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ganglion.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(ganglion);
    }

    /** The rules above are worth something only if they can be broken. */
    @Test
    void aRuleThatIsBrokenIsNoticed() {
        ArchRule noPicocli = noClasses()
                .that()
                .resideInAPackage("ganglion.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..");

        assertThrows(AssertionError.class, () -> noPicocli.check(ganglion));
    }
}
