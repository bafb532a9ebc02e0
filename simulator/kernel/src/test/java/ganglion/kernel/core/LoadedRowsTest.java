package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.RandomNetworks;
import ganglion.kernel.TestRuns;
import ganglion.kernel.cause.NetworkWithout;
import ganglion.kernel.cause.Removal;
import ganglion.kernel.network.Network;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Runs from which nothing is knocked out have one class of rows, so that calls of them need no dispatch. */
class LoadedRowsTest {

    private static final int TICKS = 20;

    @Test
    void onlyRunsWithWithheldSpikesLoadTheRowsThatAskForThem() throws ReflectiveOperationException {
        assertEquals(Set.of(IncomingRows.class.getName()), rowsLoadedBy(Whole.class));
        assertEquals(
                Set.of(IncomingRows.class.getName(), IncomingRows.class.getName() + "$Selective"),
                rowsLoadedBy(Without.class));
    }

    private static Set<String> rowsLoadedBy(Class<? extends Runnable> run) throws ReflectiveOperationException {
        OwnClasses loader = new OwnClasses();
        Class<?> own = loader.loadClass(run.getName());
        ((Runnable) own.getDeclaredConstructor().newInstance()).run();
        Set<String> rows = new TreeSet<>(loader.loaded);
        rows.removeIf(name -> !name.equals(IncomingRows.class.getName()) && !name.endsWith("$Selective"));
        return rows;
    }

    /** A run of a whole network. */
    public static final class Whole implements Runnable {

        @Override
        public void run() {
            simulate(RandomNetworks.create(1, TICKS));
        }
    }

    /** A run without a neuron. */
    public static final class Without implements Runnable {

        @Override
        public void run() {
            simulate(NetworkWithout.of(RandomNetworks.create(1, TICKS), List.of(new Removal.OfNeuron(0, 0))));
        }
    }

    private static void simulate(Network network) {
        TestRuns.whole(network, TICKS);
    }

    /** Loads all of ours anew, and tells what was. */
    private static final class OwnClasses extends ClassLoader {

        private final Set<String> loaded = Collections.synchronizedSet(new TreeSet<>());

        OwnClasses() {
            super(LoadedRowsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("ganglion.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = in.readAllBytes();
                loaded.add(name);
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
