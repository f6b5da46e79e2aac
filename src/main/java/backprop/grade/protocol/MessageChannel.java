package backprop.grade.protocol;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Messages on a pipe: four bytes that tell the length, then so many bytes. Neither side believes the other's length
 * before it has looked at it.
 */
public final class MessageChannel {
    private static final int LONGEST = 20 << 20; // bytes: all digits are 0.9 MB, and a class file is a few kB
    private static final int BUFFER = 1 << 16; // bytes: what a pipe takes at once

    private final DataInputStream in;
    private final DataOutputStream out;

    /**
     * A pipe in both directions.
     *
     * @param in where messages come from
     * @param out where they go
     */
    public MessageChannel(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in, BUFFER));
        this.out = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
    }

    /**
     * The next message.
     *
     * @return its bytes
     * @throws IOException if the pipe has ended, or the message is too long
     */
    public byte[] read() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new ProtocolException("a message of " + length + " bytes");
        }
        byte[] message = in.readNBytes(length);
        if (message.length < length) {
            throw new ProtocolException("a message that ends too early");
        }
        return message;
    }

    /**
     * Sends a message.
     *
     * @param message its bytes
     * @throws IOException if the pipe has ended, or the message is too long
     */
    public void write(byte[] message) throws IOException {
        if (message.length > LONGEST) {
            throw new ProtocolException("a message of " + message.length + " bytes");
        }
        out.writeInt(message.length);
        out.write(message);
        out.flush();
    }
}
