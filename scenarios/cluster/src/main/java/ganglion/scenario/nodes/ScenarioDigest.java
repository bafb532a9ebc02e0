package ganglion.scenario.nodes;

import ganglion.documents.output.Checksum;
import ganglion.kernel.checkpoint.NetworkFingerprint;
import ganglion.kernel.network.Network;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.ProjectionSpec.WeightSource;
import ganglion.scenario.model.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * SHA-256 of what a network is made of: its populations with the spikes that come in, the rules of its projections, and the files
 * of weights and synapses.
 */
final class ScenarioDigest {

    private ScenarioDigest() {}

    /**
     * The digest of a scenario.
     *
     * @param skeleton its network without synapses
     * @throws IOException if a file cannot be read
     */
    static String of(Scenario scenario, Network skeleton) throws IOException {
        MessageDigest digest = Checksum.sha256();
        add(Long.toString(NetworkFingerprint.of(skeleton, 0)), digest);
        add(scenario.clock().toString(), digest);
        add(scenario.random().toString(), digest);
        for (ProjectionSpec projection : scenario.projections()) {
            add(projection.from() + "\n" + projection.to() + "\n" + projection.delays(), digest);
            if (projection.connectivity() instanceof Connectivity.EdgeList list) {
                add("synapses " + list.group(), digest);
                add(list.file().resolved(), digest);
            } else {
                add(projection.connectivity().toString(), digest);
            }
            if (projection.weights() instanceof WeightSource.MatrixFile matrix) {
                add("weights " + matrix.dataset(), digest);
                add(matrix.file().resolved(), digest);
            } else if (projection.weights() instanceof WeightSource.Inline inline) {
                add(Arrays.deepToString(inline.rows()), digest);
            } else {
                add(String.valueOf(projection.weights()), digest);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(String text, MessageDigest digest) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static void add(Path file, MessageDigest digest) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        digest.update((byte) 0);
    }
}
