package ganglion.scenario.nodes.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hosts on this machine, each a network namespace of its own, with links that are slow, lose packets and can be cut: a process does it,
 * {@code network/hub.py}. With it all of them end, and the processes in them, however this one ends.
 */
final class LinkedHosts implements AutoCloseable {

    private static final Path HUB = Path.of("src/test/resources/network/hub.py").toAbsolutePath();

    private final Process hub;
    private final BufferedWriter commands;
    private final BufferedReader answers;
    private final List<String> holders = new ArrayList<>();

    /**
     * Makes hosts, or skips the test where that is not possible.
     *
     * @param count number of hosts
     * @param delay of packets, in milliseconds
     * @param loss probability that a packet is lost
     */
    LinkedHosts(int count, int delay, double loss) throws IOException, InterruptedException {
        assumePossible();
        hub = new ProcessBuilder(
                        "python3",
                        HUB.toString(),
                        Integer.toString(count),
                        Integer.toString(delay),
                        Double.toString(loss),
                        "1")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        commands = hub.outputWriter();
        answers = hub.inputReader();
        for (int i = 0; i < count; i++) {
            holders.add(answers.readLine().split(" ")[2]);
        }
        assertEquals("ready", answers.readLine());
    }

    private static void assumePossible() throws IOException, InterruptedException {
        for (String tool : List.of("python3", "unshare", "nsenter", "ip")) {
            assumeTrue(
                    Stream.of(System.getenv("PATH").split(":"))
                            .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))),
                    "network namespaces need the command " + tool);
        }
        assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "network namespaces need /dev/net/tun");
        Process trial = new ProcessBuilder("unshare", "--net", "true")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assumeTrue(trial.waitFor() == 0, "network namespaces need the rights of root");
    }

    /** Where a host is, from 1. */
    static String address(int host) {
        return "10.77.0." + host;
    }

    /** The words before a command that is to be run on a host. */
    List<String> on(int host) {
        return List.of("nsenter", "--net", "--target", holders.get(host - 1));
    }

    /** Lets no packet to or from a host through. */
    void cut(int host) throws IOException {
        tell("cut " + host);
    }

    /** Undoes {@link #cut}. */
    void heal(int host) throws IOException {
        tell("heal " + host);
    }

    private void tell(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        assertEquals(command, answers.readLine());
    }

    @Override
    public void close() throws IOException {
        commands.close();
        hub.onExit().join();
    }
}
