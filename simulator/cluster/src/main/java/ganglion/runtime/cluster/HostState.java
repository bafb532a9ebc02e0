package ganglion.runtime.cluster;

import ganglion.kernel.ActivityCounts;
import ganglion.kernel.RunState;
import ganglion.kernel.checkpoint.PartFormat;
import ganglion.kernel.checkpoint.StateAssembly;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The state from which a host begins, as bytes: the tick, what its cores have of the state of the network, and the spikes of all
 * neurons.
 */
final class HostState {

    private static final ActivityCounts NONE = new ActivityCounts(0, 0, 0);

    private HostState() {}

    /**
     * @param format of the host's cores
     * @param state of the whole network
     */
    static byte[] write(PartFormat format, RunState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(state.tick());
            // What was counted before is counted by the leader.
            format.write(state, NONE, true, out);
            for (SpikeRaster spikes : state.spikes()) {
                out.writeInt(spikes.size());
                for (int i = 0; i < spikes.size(); i++) {
                    out.writeLong(spikes.tick(i));
                    out.writeInt(spikes.neuron(i));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what was written; what other hosts have is zero. */
    static RunState read(PartFormat format, Network network, List<Integer> traced, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            StateAssembly state = new StateAssembly(network, traced, in.readLong());
            format.read(in, state);
            List<SpikeRaster> spikes = new ArrayList<>();
            for (int p = 0; p < network.populations().size(); p++) {
                SpikeRaster.Builder raster =
                        SpikeRaster.builder(network.population(p).size());
                int count = in.readInt();
                for (int i = 0; i < count; i++) {
                    raster.add(in.readLong(), in.readInt());
                }
                spikes.add(raster.build());
            }
            return state.state(spikes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
