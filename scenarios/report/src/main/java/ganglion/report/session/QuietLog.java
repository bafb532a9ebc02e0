package ganglion.report.session;

import org.slf4j.LoggerFactory;

/**
 * Starts SLF4J, through which Akka and the libraries for schemas and HDF5 log, without its warning that there is no provider, if there is none.
 * The entry points of Ganglion as a library call it before anything else.
 *
 * <p>Ganglion is a library here, so a provider is for the build that uses it to choose: one that came with Ganglion (slf4j-nop, say)
 * would be the second on the class path of a build with Logback, and might be the one that SLF4J takes. Without a provider SLF4J drops
 * what is logged, which is what such a build wants. For the same reason SLF4J comes with the libraries that log and is no dependency
 * of the modules for users: the version that the build has chosen stays, and only what is in both SLF4J 1 and 2 is called.
 */
public final class QuietLog {

    /** Where SLF4J 2 finds its provider, and SLF4J 1 its binding, of which SLF4J 2 warns for a good reason. */
    private static final String[] LOGS = {
        "META-INF/services/org.slf4j.spi.SLF4JServiceProvider", "org/slf4j/impl/StaticLoggerBinder.class"
    };

    /** Of SLF4J 2: the provider by name, and which of its own messages it prints. */
    private static final String PROVIDER = "slf4j.provider";

    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private QuietLog() {}

    /** Does nothing if there is a provider, if the build has set what SLF4J prints, or if SLF4J has started already. */
    public static void prepare() {
        if (isSet(PROVIDER) || isSet(VERBOSITY) || isThereALog()) {
            return;
        }
        System.setProperty(VERBOSITY, "ERROR");
        try {
            LoggerFactory.getILoggerFactory();
        } finally {
            System.clearProperty(VERBOSITY);
        }
    }

    private static boolean isSet(String property) {
        return System.getProperty(property) != null;
    }

    private static boolean isThereALog() {
        ClassLoader loader = LoggerFactory.class.getClassLoader();
        for (String name : LOGS) {
            if (loader.getResource(name) != null) {
                return true;
            }
        }
        return false;
    }
}
