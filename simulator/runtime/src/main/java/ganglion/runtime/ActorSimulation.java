package ganglion.runtime;

import akka.actor.typed.ActorSystem;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.RunState;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Host;
import ganglion.kernel.schedule.HostOutput;
import ganglion.kernel.schedule.Leave;
import ganglion.kernel.schedule.Partition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs networks on actors: the cores of each host live in one actor, and there are as many hosts as threads, or as cores if they
 * are fewer. Every run has an actor system of its own, which ends with it. On one thread the caller runs the one host itself,
 * without actors, whose start alone takes longer than most small runs. The result does not depend on actors or threads, to the
 * last bit.
 */
public final class ActorSimulation {

    private ActorSimulation() {}

    /**
     * Runs a network from its initial state, and waits for the end.
     *
     * @param ticks length of the run, at least 0
     * @throws IllegalArgumentException if a probed population does not exist or its trace would be too large
     */
    public static SimulationResult run(Network network, long ticks, RunOptions options, RunControl control) {
        ThreadedTasks tasks = new ThreadedTasks(options.threads());
        return run(
                new PartitionedNetwork(network, partition(network, options), ticks, traced(options), tasks),
                options.threads(),
                control);
    }

    /**
     * Goes on from a state that the network came to in another run, however that was divided, and waits for the end.
     *
     * @param ticks length of the run from its start, not from the state
     * @throws IllegalArgumentException if the state is not one of this network or of other probes, or comes after the end
     */
    public static SimulationResult resume(
            Network network, long ticks, RunOptions options, RunControl control, RunState from) {
        ThreadedTasks tasks = new ThreadedTasks(options.threads());
        return run(
                PartitionedNetwork.resumed(network, partition(network, options), ticks, traced(options), tasks, from),
                options.threads(),
                control);
    }

    private static List<String> traced(RunOptions options) {
        return options.membranes().stream().map(MembraneProbe::population).toList();
    }

    private static SimulationResult run(PartitionedNetwork run, int threads, RunControl control) {
        return threads == 1 ? onThisThread(run, control) : onActors(run, threads, control);
    }

    private static SimulationResult onThisThread(PartitionedNetwork run, RunControl control) {
        Progress progress = new Progress(run, run.conductor(), control);
        Host host = run.hosts(1).get(0);
        HostOutput output = HostOutput.toConductor(run.conductor());
        for (Optional<Leave> leave = progress.next(); !progress.hasEnded(); leave = progress.next()) {
            host.receive(leave.orElseThrow());
            host.run(output);
        }
        return run.result();
    }

    private static SimulationResult onActors(PartitionedNetwork run, int threads, RunControl control) {
        // Laid out here, where a full heap reaches the caller.
        List<Host> hosts = run.hosts(threads);
        RunEnd end = new RunEnd();
        ActorSystem<ConductorActor.Command> system =
                ActorSystem.create(ConductorActor.create(run, hosts, control, end), "ganglion", configuration(threads));
        system.getWhenTerminated()
                .whenComplete((done, failure) ->
                        end.fail(new IllegalStateException("the actors ended before the run", failure)));
        try {
            end.await();
        } finally {
            system.terminate();
        }
        // After a failure nobody waits for the end of a system that may have no memory to end in.
        system.getWhenTerminated().toCompletableFuture().join();
        return run.result();
    }

    private static Partition partition(Network network, RunOptions options) {
        return Partition.ofActors(network, options.neuronsPerActor(), options.threads());
    }

    private static Config configuration(int threads) {
        // Threads that spin while they wait gain nothing alone, and take time from each other where processors are
        // fewer.
        boolean awake = threads <= Runtime.getRuntime().availableProcessors();
        Map<String, Object> settings = Map.of(
                "ganglion.threads",
                threads,
                "akka.actor.default-dispatcher.executor",
                awake ? "affinity-pool-executor" : "fork-join-executor");
        return ConfigFactory.load(ConfigFactory.parseMap(settings)
                .withFallback(ConfigFactory.parseResources(ActorSimulation.class, "/ganglion-runtime.conf")));
    }
}
