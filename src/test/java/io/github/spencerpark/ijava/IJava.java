package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;

/**
 * A stand-in for IJava 1.3.0, which is in no package registry: what the kit reaches of it has IJava's names and its
 * behaviour, on the library that IJava itself is built on. Source: github.com/SpencerPark/IJava.
 */
public final class IJava {
    private static JavaKernel kernel;

    private IJava() {}

    /** {@return the kernel that runs in this JVM, or null} */
    public static JavaKernel getKernelInstance() {
        return kernel;
    }

    /**
     * Serves one connection until it is closed.
     *
     * @param args the connection file
     * @throws Exception if the file cannot be read, or the connection cannot be made
     */
    public static void main(String[] args) throws Exception {
        JupyterSocket.JUPYTER_LOGGER.setLevel(Level.WARNING);
        JupyterConnection connection =
                new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(args[0]))));
        kernel = new JavaKernel();
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        connection.waitUntilClose();
        System.exit(0); // the threads of interrupted cells may still run
    }
}
