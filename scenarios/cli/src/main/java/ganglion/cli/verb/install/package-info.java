/** What an installation needs beside the program: {@link ganglion.cli.verb.install.ManualCommand} and fast starts. */
package ganglion.cli.verb.install;
