/**
 * Scenarios as tests of somebody's own Maven or Gradle build:
 *
 * <pre>{@code
 * @Scenarios("src/test/scenarios")
 * class NetworkTest implements ScenarioTests {}
 * }</pre>
 *
 * <p>Each scenario file becomes a dynamic container, each of its expectations a dynamic test whose failure says what was
 * found, what was expected and where the report is.
 */
package ganglion.junit;
