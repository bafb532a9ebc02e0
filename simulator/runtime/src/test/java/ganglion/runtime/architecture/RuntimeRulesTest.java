package ganglion.runtime.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.typed.Behavior;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the runtime to its rules, and the rules to a package that breaks each of them. */
class RuntimeRulesTest {

    private static final JavaClasses RUNTIME = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ganglion.runtime");

    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("ganglion.runtime.architecture.broken");

    private static final Map<String, ArchRule> RULES = Map.of(
            "uses the kernel and Akka, and nothing else",
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "akka..",
                            "scala..",
                            "com.typesafe.config..",
                            "ganglion.kernel..",
                            "ganglion.runtime.."),
            "shows no actor to its callers",
            classes().that().areAssignableTo(Behavior.class).should().notBePublic(),
            "does no arithmetic of neurons: it carries mail",
            noClasses().should().dependOnClassesThat().resideInAPackage("ganglion.kernel.neuron.."),
            "knows no wall clock",
            noClasses()
                    .should()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("java.time.."),
            "has no public mutable field",
            fields().that().arePublic().should().haveModifier(JavaModifier.FINAL));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uses the kernel and Akka, and nothing else",
                "shows no actor to its callers",
                "does no arithmetic of neurons: it carries mail",
                "knows no wall clock",
                "has no public mutable field"
            })
    void theRuntimeKeepsTheRuleAndTheRuleCanBeBroken(String name) {
        assertTrue(RUNTIME.size() > 8, "found " + RUNTIME.size() + " classes, so that the rule says nothing");

        RULES.get(name).check(RUNTIME);
        assertThrows(AssertionError.class, () -> RULES.get(name).check(BROKEN));
    }
}
