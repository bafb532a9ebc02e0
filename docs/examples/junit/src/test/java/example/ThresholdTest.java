package example;

import ganglion.junit.ScenarioTests;
import ganglion.junit.Scenarios;

/** Every scenario in the folder is a test; reports go to target/ganglion. */
@Scenarios("src/test/scenarios")
class ThresholdTest implements ScenarioTests {}
