package ganglion.cli.verb;

/** The parts of the list of commands in the help text, in its order. Within a part, commands stand in the order in which they are offered. */
public enum VerbGroup {
    DAILY("Daily work"),
    MODELS("Trained models and searches"),
    SCENARIOS("Scenarios and sound"),
    MACHINE("The machine");

    private final String title;

    VerbGroup(String title) {
        this.title = title;
    }

    /** What stands above the commands of the group. */
    public String title() {
        return title;
    }
}
