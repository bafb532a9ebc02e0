package ganglion.kernel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** What the kernel must not do, so that a result follows from network and seed alone. Each rule by a name that reads well. */
final class KernelRules {

    static final int MOST_TYPES = 25;

    private KernelRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("uses nothing but the JDK and itself", usesOnlyTheJdk());
        rules.put("does no input or output", doesNoInputOrOutput());
        rules.put("has no source of chance of its own", hasNoChance());
        rules.put("knows no wall clock", knowsNoWallClock());
        rules.put("starts no threads", startsNoThreads());
        rules.put("has no cycles between packages", hasNoCycles());
        rules.put("has no public mutable field", hasNoPublicMutableField());
        rules.put("prints nothing", printsNothing());
        return rules;
    }

    private static ArchRule usesOnlyTheJdk() {
        return classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "ganglion.kernel..");
    }

    private static ArchRule doesNoInputOrOutput() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..",
                        "java.util.concurrent..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.net..",
                        "javax..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|\\w+(Stream|Reader|Writer)).*");
    }

    private static ArchRule hasNoChance() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(SplittableRandom.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random");
    }

    private static ArchRule knowsNoWallClock() {
        return noClasses()
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.time..");
    }

    private static ArchRule startsNoThreads() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .callMethod(Collection.class, "parallelStream");
    }

    private static ArchRule hasNoCycles() {
        return slices().matching("ganglion.kernel.(**)").should().beFreeOfCycles();
    }

    private static ArchRule hasNoPublicMutableField() {
        return fields().that().arePublic().should().haveModifier(JavaModifier.FINAL);
    }

    private static ArchRule printsNothing() {
        return noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class);
    }
}
