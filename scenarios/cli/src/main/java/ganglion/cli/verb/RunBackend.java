package ganglion.cli.verb;

import ganglion.cli.option.MachineOptions;
import ganglion.cli.terminal.Console;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.Backend;
import java.util.List;

/**
 * Lets {@code ganglion run} simulate elsewhere than in its process. A module offers it in {@code
 * META-INF/services/ganglion.cli.verb.RunBackend}; its fields that are annotated for picocli are options of the verb. It has a public
 * constructor without parameters, which does no work.
 */
public interface RunBackend {

    /** Whether any of its options is given. */
    boolean isGiven();

    /** @throws InputException if its options do not go with each other or with what is to be run */
    void check(List<Scenario> scenarios, boolean severalRuns) throws InputException;

    /**
     * Runs a scenario there, and lets go of what it runs on.
     *
     * @throws InputException if there is nothing to run it on, or that is lost
     * @throws OutputException if a recording cannot be written
     */
    ScenarioRun run(Call call, Simulation simulation) throws InputException, OutputException;

    /**
     * What it works with.
     *
     * @param machine how this machine is used
     * @param console where it may tell of what happens
     * @param main class whose main method runs a command line
     * @param progress of the run, which also says whether to stop
     * @param lost is called if the run ends before its time because what it ran on is lost
     */
    record Call(MachineOptions machine, Console console, Class<?> main, RunProgress progress, Runnable lost) {}

    /** Simulates the scenario of the call. */
    @FunctionalInterface
    interface Simulation {

        /** Simulates it on a backend. */
        ScenarioRun on(Backend backend, RunSettings settings) throws InputException, OutputException;
    }
}
