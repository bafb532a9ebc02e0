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
import java.io.ObjectInputStream;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLConnection;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which part may know which, as the module table in {@code docs/developer/architecture.md} says. Every rule is also shown to
 * fail, on the types of two packages {@code broken}. The rules of one module stand in that module.
 */
@Tag("slow")
final class ImportRulesTest {

    private static JavaClasses ganglion;

    @BeforeAll
    static void readTheClassesOfAllModules() {
        ganglion = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("ganglion");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kernel",
                "runtime",
                "documents",
                "cochlea",
                "hardware",
                "learning",
                "scenario",
                "study",
                "report",
                "cli"
            })
    void everyModuleIsUnderTheRules(String module) {
        boolean absent = ganglion.stream()
                .noneMatch(type -> type.getPackageName().startsWith("ganglion." + module)
                        && !type.getSimpleName().equals("package-info"));

        assertFalse(absent, "no class of ganglion." + module + " was found, so no rule was checked");
    }

    static List<ArchRule> rules() {
        return List.of(
                layeredArchitecture()
                        .consideringOnlyDependenciesInAnyPackage("ganglion..")
                        .withOptionalLayers(true)
                        .layer("kernel")
                        .definedBy("ganglion.kernel..")
                        .layer("runtime")
                        .definedBy("ganglion.runtime..")
                        .layer("documents")
                        .definedBy("ganglion.documents..")
                        .layer("cochlea")
                        .definedBy("ganglion.cochlea..")
                        .layer("hardware")
                        .definedBy("ganglion.hardware..")
                        .layer("learning")
                        .definedBy("ganglion.learning..")
                        .layer("scenario")
                        .definedBy("ganglion.scenario..")
                        .layer("study")
                        .definedBy("ganglion.study..")
                        .layer("report")
                        .definedBy("ganglion.report..")
                        .layer("cli")
                        .definedBy("ganglion.cli..")
                        .whereLayer("kernel")
                        .mayNotAccessAnyLayer()
                        .whereLayer("runtime")
                        .mayOnlyAccessLayers("kernel")
                        .whereLayer("documents")
                        .mayOnlyAccessLayers("kernel")
                        .whereLayer("cochlea")
                        .mayOnlyAccessLayers("kernel", "documents")
                        .whereLayer("hardware")
                        .mayOnlyAccessLayers("kernel", "documents")
                        .whereLayer("learning")
                        .mayOnlyAccessLayers("kernel", "documents", "cochlea", "hardware")
                        .whereLayer("scenario")
                        .mayOnlyAccessLayers("kernel", "runtime", "documents", "cochlea", "hardware", "learning")
                        .whereLayer("study")
                        .mayOnlyAccessLayers("kernel", "runtime", "documents", "cochlea", "learning", "scenario")
                        .whereLayer("report")
                        .mayOnlyAccessLayers(
                                "kernel", "runtime", "documents", "cochlea", "hardware", "learning", "scenario")
                        .whereLayer("cli")
                        .mayNotBeAccessedByAnyLayer(),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("ganglion.runtime..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("akka..", "scala..", "com.typesafe..")
                        .as("only the runtime knows Akka"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("ganglion.live.server")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.eclipse.jetty..")
                        .as("only the server of live sessions knows Jetty"),
                slices().matching("ganglion.(**)").should().beFreeOfCycles(),
                fields().that().arePublic().should().haveModifier(JavaModifier.FINAL),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("ganglion.cli..")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .orShould()
                        .callMethod(System.class, "exit", int.class)
                        .as("only the command line prints and ends the process"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(
                                Socket.class,
                                ServerSocket.class,
                                DatagramSocket.class,
                                SocketChannel.class,
                                ServerSocketChannel.class,
                                DatagramChannel.class,
                                URLConnection.class,
                                ObjectInputStream.class)
                        .as(
                                "no port is opened by hand, nothing is fetched, and no object is made from bytes: see SECURITY.md"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(ganglion);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void canFail(ArchRule rule) {
        JavaClasses broken = new ClassFileImporter().importPackages("ganglion.kernel.broken", "ganglion.report.broken");

        assertThrows(AssertionError.class, () -> rule.check(broken));
    }
}
