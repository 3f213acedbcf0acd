package io.tapeline.emulator.ledger;

/**
 * A frame that was handed to a connection.
 *
 * @param number counts the frames of the connection, from 1
 * @param stream empty for control answers
 * @param time when, epoch milliseconds
 * @param text what was sent, a possible fault in it included
 */
public record Sent(long number, String prefix, String connection, String stream, long time, String text) {}
