// The least that an action on the toolkit does, with the toolkit bundled as it comes: for the time that a start takes.
import { setSecret } from '@actions/core';
import { HttpClient } from '@actions/http-client';

setSecret('not-a-secret');
new HttpClient('bench').dispose();
