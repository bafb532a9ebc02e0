/**
 * Runs scenarios as tests of any Maven or Gradle build:
 *
 * <pre>{@code
 * @Scenarios("src/test/scenarios")
 * class NetworkTest implements ScenarioTests {}
 * }</pre>
 *
 * <p>Each scenario file becomes a dynamic container, and each of its expectations a dynamic test, whose name begins with that
 * of the scenario. A failure is one line without a stack trace: the found value, the expected one and the report.
 */
package ganglion.junit;
