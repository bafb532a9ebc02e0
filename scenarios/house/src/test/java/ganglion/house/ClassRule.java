package ganglion.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import akka.actor.typed.Behavior;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.encode.SpikeEncoder;
import java.io.ObjectInputStream;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLConnection;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.Collection;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Rules that compiled classes have to keep. Which module may know which needs no rule: a module sees only what its POM names. Each
 * rule is also shown to fail, on the classes of the packages {@code broken}.
 */
enum ClassRule {
    PACKAGES_HAVE_NO_CYCLES(() -> slices().matching("ganglion.(**)").should().beFreeOfCycles()),

    NO_FIELD_IS_PUBLIC_AND_MUTABLE(() -> fields().that().arePublic().should().haveModifier(JavaModifier.FINAL)),

    ONLY_THE_COMMAND_LINE_PRINTS_AND_ENDS_THE_PROCESS(() -> noClasses()
            .that()
            .resideOutsideOfPackages("ganglion.cli..", "ganglion.benchmarks..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)),

    /** See SECURITY.md. */
    NO_PORT_IS_OPENED_BY_HAND_AND_NO_OBJECT_IS_MADE_FROM_BYTES(() -> noClasses()
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
                    ObjectInputStream.class)),

    THE_KERNEL_USES_NOTHING_BUT_THE_JDK(() -> classes()
            .that()
            .resideInAPackage("ganglion.kernel..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "ganglion.kernel..")),

    THE_KERNEL_READS_NO_FILES_AND_STARTS_NO_THREADS(() -> noClasses()
            .that()
            .resideInAPackage("ganglion.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.util.logging..",
                    "java.util.concurrent..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.net..",
                    "java.time..",
                    "javax..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File|\\w+(Stream|Reader|Writer)).*")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .callMethod(Collection.class, "parallelStream")),

    /** The runtime carries mail: it does no arithmetic of neurons. */
    THE_RUNTIME_KNOWS_NO_NEURONS(() -> noClasses()
            .that()
            .resideInAPackage("ganglion.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ganglion.kernel.neuron..")),

    NO_ACTOR_IS_PUBLIC(
            () -> classes().that().areAssignableTo(Behavior.class).should().notBePublic()),

    /** Generators of the JDK are made with a seed. Nodes of a cluster draw the name of their run, on which no spike depends. */
    CHANCE_FOLLOWS_FROM_SEEDS(() -> noClasses()
            .that()
            .resideOutsideOfPackage("ganglion.runtime.cluster..")
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SplittableRandom.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .orShould()
            .callMethod(Math.class, "random")),

    WHAT_IS_COMPUTED_KNOWS_NO_CHANCE_BUT_THAT_OF_THE_KERNEL(() -> noClasses()
            .that()
            .resideInAnyPackage(
                    "ganglion.kernel..",
                    "ganglion.documents..",
                    "ganglion.cochlea..",
                    "ganglion.hardware..",
                    "ganglion.scenario.model..",
                    "ganglion.scenario.format..",
                    "ganglion.scenario.bind..",
                    "ganglion.report..",
                    "ganglion.api..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(SplittableRandom.class)),

    /** The same input gives the same files. A core measures its own work, on which no spike depends. */
    WHAT_IS_COMPUTED_KNOWS_NO_WALL_CLOCK(() -> noClasses()
            .that()
            .resideInAnyPackage(
                    "ganglion.kernel..",
                    "ganglion.runtime..",
                    "ganglion.documents..",
                    "ganglion.cochlea..",
                    "ganglion.hardware..",
                    "ganglion.scenario.model..",
                    "ganglion.scenario.format..",
                    "ganglion.scenario.bind..",
                    "ganglion.report..")
            .and()
            .doNotHaveSimpleName("WorkClock")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")),

    ONLY_THE_RUNTIME_KNOWS_AKKA(() -> only("ganglion.runtime..", "akka..", "scala..", "com.typesafe..")),
    ONLY_THE_SERVER_OF_LIVE_SESSIONS_KNOWS_JETTY(() -> only("ganglion.live..", "org.eclipse.jetty..")),
    ONLY_VARIABLES_AND_EQUATIONS_ARE_EXPRESSIONS(
            () -> only("ganglion.[documents.variable|equations]..", "com.ezylang.evalex..")),
    ONLY_DOCUMENTS_ARE_READ_FROM_YAML(() -> only("ganglion.documents..", "org.yaml.snakeyaml..")),
    ONLY_THE_FRONT_END_DECODES_SOUND(() -> only("ganglion.cochlea.audio..", "de.jarnbjo..", "javazoom..")),

    ENGINES_OF_TRAINING_DO_NOT_KNOW_EACH_OTHER(() -> noClasses()
            .that()
            .resideInAPackage("ganglion.learning.fast..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ganglion.learning.reference..")),

    /** The default parameters name the default encoder; {@link CurrentInjection} is also the list of numbers to compute. */
    NO_ENCODER_IS_NAMED_OUTSIDE_OF_ITS_PACKAGE(() -> {
        DescribedPredicate<JavaClass> anEncoder = assignableTo(SpikeEncoder.class)
                .and(not(INTERFACES))
                .and(not(belongToAnyOf(CurrentInjection.class)))
                .as("one of the encoders");
        return noClasses()
                .that()
                .resideOutsideOfPackage("ganglion.cochlea.encode")
                .and()
                .doNotBelongToAnyOf(CochleaParameters.class)
                .should()
                .dependOnClassesThat(anEncoder);
    }),

    CHARTS_KNOW_NEITHER_JSON_NOR_SCENARIOS(() -> noClasses()
            .that()
            .resideInAPackage("ganglion.report.chart..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "ganglion.scenario.."));

    private final Supplier<ArchRule> rule;

    ClassRule(Supplier<ArchRule> rule) {
        this.rule = rule;
    }

    ArchRule rule() {
        return rule.get();
    }

    private static ArchRule only(String user, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(user, "ganglion.house..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(libraries));
    }
}
