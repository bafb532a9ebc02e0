package ganglion.runtime.cluster;

import ganglion.kernel.PlasticNetworks;
import ganglion.kernel.SlicedNetworks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A node in a process of its own, which can be killed. Ends when its standard input does. */
final class NodeProcess {

    static final int TICKS = 3_000;

    static final NetworkSource SOURCE = (job, slice) ->
            SlicedNetworks.part(PlasticNetworks.create(ByteBuffer.wrap(job).getInt(), TICKS), slice);

    private final Process process;
    private final String address;

    NodeProcess(String join) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        NodeProcess.class.getName(),
                        join)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.startsWith("node at ")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the node ended before it began");
        }
        address = line.substring("node at ".length());
        Thread drain = new Thread(() -> out.lines().forEach(more -> {}));
        drain.setDaemon(true);
        drain.start();
    }

    String address() {
        return address;
    }

    void kill() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        ClusterNode node = ClusterNode.start(ClusterSettings.onThisMachine("test", List.of(arguments[0]), 2), SOURCE);
        System.out.println("node at " + node.address());
        while (System.in.read() >= 0) {
            // the test that started this process holds its standard input
        }
        Runtime.getRuntime().halt(0);
    }
}
