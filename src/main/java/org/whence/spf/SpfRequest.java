package org.whence.spf;

import java.net.InetAddress;
import java.util.Optional;

/// What is known of a client when it is judged.
///
/// @param ip its address; IPv4-mapped IPv6 is IPv4 (RFC 7208, 5)
/// @param helo what it said in HELO or EHLO, hostile; empty where nothing is known
/// @param mailFrom the reverse-path of MAIL FROM, with or without its angle brackets, hostile;
///   empty for the null sender
/// @param receiver the name of the host that checks, for the macro `%{r}`
public record SpfRequest(InetAddress ip, String helo, String mailFrom, Optional<String> receiver) {}
