package ganglion.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreActorTest {

    private static NeuroCore core() {
        SpikeRaster spikes = SpikeRaster.builder(2).add(3, 1).add(12, 0).build();
        Network network = new Network(List.of(new Population("input", 2, new SpikeSource(spikes))), List.of());
        return new PartitionedNetwork(network, Partition.whole(network), 20, List.of())
                .cores()
                .get(0);
    }

    @Test
    void answersEachWindowWithTheSpikesOfItsCore() {
        BehaviorTestKit<CoreActor.Command> actor = BehaviorTestKit.create(CoreActor.create(core()));
        TestInbox<ConductorActor.Command> conductor = TestInbox.create();

        actor.run(new CoreActor.Advance(10, List.of(), conductor.getRef()));

        ConductorActor.Advanced answer = (ConductorActor.Advanced) conductor.receiveMessage();
        assertEquals(0, answer.core());
        assertEquals(1, answer.result().emitted().size());
        assertEquals(3, answer.result().emitted().tick(0));
        assertEquals(1, answer.result().emitted().neuron(0));
        assertEquals(12, answer.result().nextTick());
    }

    @Test
    void answersInTheOrderOfTheWindows() {
        BehaviorTestKit<CoreActor.Command> actor = BehaviorTestKit.create(CoreActor.create(core()));
        TestInbox<ConductorActor.Command> conductor = TestInbox.create();

        actor.run(new CoreActor.Advance(5, List.of(), conductor.getRef()));
        actor.run(new CoreActor.Advance(20, List.of(), conductor.getRef()));

        List<Long> nextTicks = conductor.getAllReceived().stream()
                .map(message -> ((ConductorActor.Advanced) message).result().nextTick())
                .toList();
        assertEquals(List.of(12L, Long.MAX_VALUE), nextTicks);
    }

    /** A receive builder does not check that it knows all messages; these two lists have to grow together. */
    @Test
    void knowsAllItsMessages() {
        assertEquals(List.of(CoreActor.Advance.class), List.of(CoreActor.Command.class.getPermittedSubclasses()));
        assertEquals(
                List.of(ConductorActor.Advanced.class, ConductorActor.Exhausted.class),
                List.of(ConductorActor.Command.class.getPermittedSubclasses()));
    }
}
