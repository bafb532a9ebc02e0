package ganglion.runtime.cluster;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;

/** Starts the actor systems of processes that take part in a cluster. */
final class ClusterSystem {

    private static final String NAME = "ganglion";

    private ClusterSystem() {}

    /**
     * Starts a system, which joins a cluster, or begins one.
     *
     * @param role what the process is for
     * @throws ClusterException if the port cannot be used
     */
    static ActorSystem<Void> start(ClusterSettings settings, String role, Behavior<Void> root) {
        ActorSystem<Void> system;
        try {
            system = ActorSystem.create(root, NAME, configuration(settings, role));
        } catch (RuntimeException e) {
            throw new ClusterException(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + reason(e));
        }
        if (settings.join().isEmpty()) {
            Cluster cluster = Cluster.get(system);
            cluster.manager().tell(Join.create(cluster.selfMember().address()));
        }
        return system;
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** Where a system can be reached, as {@code HOST:PORT}. */
    static String address(ActorSystem<?> system) {
        akka.actor.Address address = Cluster.get(system).selfMember().address();
        return address.host().get() + ":" + address.port().get();
    }

    /** What Akka calls a place. */
    static String uri(String place) {
        return "akka://" + NAME + "@" + place;
    }

    private static Config configuration(ClusterSettings settings, String role) {
        List<String> seeds = settings.join().stream().map(ClusterSystem::uri).toList();
        Map<String, Object> values = Map.of(
                "ganglion.threads",
                settings.threads(),
                "akka.remote.artery.canonical.hostname",
                settings.host(),
                "akka.remote.artery.canonical.port",
                settings.port(),
                "akka.cluster.seed-nodes",
                seeds,
                "akka.cluster.roles",
                List.of(role));
        return ConfigFactory.load(ConfigFactory.parseMap(values)
                .withFallback(ConfigFactory.parseResources(ClusterSystem.class, "/ganglion-cluster.conf"))
                .withFallback(ConfigFactory.parseResources(ClusterSystem.class, "/ganglion-runtime.conf")));
    }
}
