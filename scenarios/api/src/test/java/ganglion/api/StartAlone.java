package ganglion.api;

import static ganglion.api.Units.millis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A program that uses the API, in a Java process of its own, where nothing has started a log before. */
final class StartAlone {

    private StartAlone() {}

    /** Runs a small network and prints its spikes. */
    public static void main(String[] words) {
        NetworkBuilder net = GanglionApi.network("alone").tick(millis(1)).duration(millis(5));
        net.spikes("in", 1, new long[] {1}, new int[] {0});
        net.population("out", 1, NeuronType.lif().beta(0.9));
        net.connect("in", "out").weight(1);
        System.out.println(net.run().spikes("out"));
    }

    /** All that such a process prints, on standard output and standard error. */
    static String output() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        List.of(java, "-cp", System.getProperty("java.class.path"), StartAlone.class.getName()))
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
