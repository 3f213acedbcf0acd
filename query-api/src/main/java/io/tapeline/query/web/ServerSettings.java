package io.tapeline.query.web;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/** What the web server is told beyond its properties. */
@Configuration(proxyBeanMethods = false)
class ServerSettings {
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> plainTargets() {
        PlainTarget plainTarget = new PlainTarget();
        return factory -> factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "plain-target", plainTarget)));
    }
}
