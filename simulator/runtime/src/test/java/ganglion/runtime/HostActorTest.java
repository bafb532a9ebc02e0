package ganglion.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Host;
import ganglion.kernel.schedule.Leave;
import ganglion.kernel.schedule.Partition;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostActorTest {

    private final TestInbox<ConductorActor.Command> conductor = TestInbox.create();
    private final RunEnd end = new RunEnd();
    private final TestInbox<HostActor.Command> first = TestInbox.create();
    private final TestInbox<HostActor.Command> second = TestInbox.create();

    /** A spike source on one host and a neuron that it reaches after two ticks on the other. */
    private static List<Host> hosts() {
        SpikeRaster spikes = SpikeRaster.builder(1).add(3, 0).add(12, 0).build();
        Network network = new Network(
                List.of(
                        new Population("input", 1, new SpikeSource(spikes)),
                        new Population("relay", 1, new Lif(LifParameters.of(0, 1)))),
                List.of(new Projection("input", "relay", new DenseSynapses(1, 1, new double[] {2}, 2))));
        return new PartitionedNetwork(network, Partition.ofCoreSize(network, 1), 20, List.of()).hosts(2);
    }

    private BehaviorTestKit<HostActor.Command> actor(Host host) {
        BehaviorTestKit<HostActor.Command> actor =
                BehaviorTestKit.create(HostActor.create(host, conductor.getRef(), end));
        actor.run(new HostActor.Meet(List.of(first.getRef(), second.getRef())));
        return actor;
    }

    @Test
    void stopsWithoutWorkOnceTheRunHasFailed() {
        BehaviorTestKit<HostActor.Command> actor = actor(hosts().get(0));
        end.fail(new OutOfMemoryError("full on purpose"));

        actor.run(new HostActor.Run(new Leave(10, 0)));

        assertFalse(actor.isAlive());
        assertEquals(List.of(), conductor.getAllReceived());
    }
}
