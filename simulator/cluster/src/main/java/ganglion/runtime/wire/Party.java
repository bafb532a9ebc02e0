package ganglion.runtime.wire;

/** Numbers of those who take part in a run: hosts have their own, from 0 up; others have negative ones. */
public final class Party {

    /** The process that conducts the run. */
    public static final int LEADER = -1;

    private Party() {}

    /** The actor that answers for a node. */
    public static int node(int node) {
        return -2 - node;
    }

    /** The node that such an actor answers for. */
    public static int nodeOf(int party) {
        return -2 - party;
    }

    /** In words, for messages. */
    public static String name(int party) {
        if (party == LEADER) {
            return "the leader";
        }
        return party >= 0 ? "host " + party : "node " + nodeOf(party);
    }
}
