package io.tapeline.bus;

import com.rabbitmq.client.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/** Times after which a broker that does not answer counts as away, where the settings leave the client's long defaults. */
final class ConnectionTimeouts {
    private static final int HEARTBEAT_SECONDS = 10;
    private static final int CONNECTION_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 20_000;
    private static final int DEFAULT_ANSWER_MILLIS = new ConnectionFactory().getChannelRpcTimeout();

    private ConnectionTimeouts() {}

    static void shorten(CachingConnectionFactory connections) {
        ConnectionFactory factory = connections.getRabbitConnectionFactory();
        if (factory.getRequestedHeartbeat() == ConnectionFactory.DEFAULT_HEARTBEAT) {
            factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        }
        if (factory.getConnectionTimeout() == ConnectionFactory.DEFAULT_CONNECTION_TIMEOUT) {
            factory.setConnectionTimeout(CONNECTION_MILLIS);
        }
        if (factory.getChannelRpcTimeout() == DEFAULT_ANSWER_MILLIS) {
            factory.setChannelRpcTimeout(ANSWER_MILLIS);
        }
    }
}
