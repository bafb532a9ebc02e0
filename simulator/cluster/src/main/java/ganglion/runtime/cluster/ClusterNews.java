package ganglion.runtime.cluster;

/** What happens in a cluster that a user should know of. */
public sealed interface ClusterNews {

    /** One line for the log: what has happened, then {@code key=value} pairs. */
    String line();

    /**
     * A process has joined.
     *
     * @param role what it is for
     * @param address {@code HOST:PORT}
     * @param nodes number of nodes with it
     */
    record Joined(Role role, String address, int nodes) implements ClusterNews {

        @Override
        public String line() {
            return "cluster: " + role.word + " joined address=" + address + " nodes=" + nodes;
        }
    }

    /**
     * A run waits for nodes.
     *
     * @param nodes number of nodes that there are
     * @param wanted number of nodes that it needs
     * @param seconds how long it waits for the next
     */
    record Waiting(int nodes, int wanted, int seconds) implements ClusterNews {

        @Override
        public String line() {
            return "cluster: run waits nodes=" + nodes + " wanted=" + wanted + " seconds=" + seconds;
        }
    }

    /**
     * A process has left, as it should.
     *
     * @param nodes number of nodes without it
     */
    record Left(Role role, String address, int nodes) implements ClusterNews {

        @Override
        public String line() {
            return "cluster: " + role.word + " left address=" + address + " nodes=" + nodes;
        }
    }

    /**
     * A process was lost.
     *
     * @param reason in words
     * @param nodes number of nodes without it
     */
    record Lost(Role role, String address, String reason, int nodes) implements ClusterNews {

        /** The cluster has given it up. */
        public static final String SILENT = "nothing was heard from it for too long";

        /** It was started by this run, which sees it end. */
        public static final String ENDED = "its process has ended";

        @Override
        public String line() {
            return "cluster: " + role.word + " lost address=" + address + " reason=\"" + reason + "\" nodes=" + nodes;
        }
    }

    /**
     * A run cannot go on as it is, though no process was lost.
     *
     * @param reason in words
     */
    record Interrupted(String reason) implements ClusterNews {

        @Override
        public String line() {
            return "cluster: run interrupted reason=\"" + reason + "\"";
        }
    }

    /**
     * A run goes on after it was interrupted, or has lost a node.
     *
     * @param tick from which it goes on
     * @param lostSeconds from the moment at which the state of that tick was taken to this one: what the loss has cost
     * @param nodes number of nodes that it goes on with
     */
    record Recovered(long tick, double lostSeconds, int nodes) implements ClusterNews {

        @Override
        public String line() {
            return "cluster: recovered tick=" + tick + " lost-seconds=" + Math.round(lostSeconds * 10) / 10.0
                    + " nodes=" + nodes;
        }
    }

    /** What a process of a cluster is for. */
    enum Role {
        /** It offers its machine. */
        NODE("node"),
        /** It has a scenario run, and is one of the nodes of that. */
        RUN("run");

        private final String word;

        Role(String word) {
            this.word = word;
        }
    }
}
